package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is JSON and what is not. */
class MessageSyntaxTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private final Caller akasse = server.as("akasse-11");
  private final String citizen = server.register().newCitizen();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "{]",
        "{\"kontaktdataType\":1",
        "{\"kontaktdataType\":1}}",
        "{\"kontaktdataType\":1} {}",
        "{\"kontaktdataType\":1}x",
        "{\"kontaktdataType\":1},",
        "{kontaktdataType:1}",
        "{'kontaktdataType':1}",
        "{\"kontaktdataType\":1,}",
        "{\"kontaktdataType\":01}",
        "{\"kontaktdataType\":+1}",
        "{\"kontaktdataType\":0x1}",
        "{\"kontaktdataType\":NaN}",
        "{\"kontaktdataType\":1}/* */",
        "// \n{\"kontaktdataType\":1}",
        "{\"kontaktdataType\":1,\"kontaktdataType\":1}",
        "{\"kontaktdataType\":1,\"kontaktdataType\":3}",
        "{\"kontaktdataType\":1,\"x\":{\"a\":1,\"a\":1}}",
        "{\"kontaktdataType\":1,\"x\":\"\t\"}"
      })
  void whatIsNotStrictJsonIs1014(String body) {
    Answer answer = akasse.post(Caller.CODE, body).cpr(citizen).illFormed().send();

    assertThat(answer.outcome()).isEqualTo(1014);
    assertThat(answer.faults()).containsExactly(" 1014");
  }

  @Test
  void escapedNamesAreTheSameName() {
    String twice = "{\"kontaktdataType\":1,\"\\u006bontaktdataType\":1}";

    assertThat(akasse.post(Caller.CODE, twice).cpr(citizen).illFormed().send().outcome())
        .isEqualTo(1014);
  }

  @Test
  void aTextThatIsNotUtf8Is1014() {
    byte[] latin1 =
        """
        {"kontaktinformationer":{"kontaktinformation":[
          {"kontaktdata":"borger@blåbær.dk","kontaktdataType":3}]}}"""
            .getBytes(StandardCharsets.ISO_8859_1);

    Answer answer =
        akasse
            .call("POST", Caller.PATH)
            .body("application/json", BodyPublishers.ofByteArray(latin1))
            .cpr(citizen)
            .illFormed()
            .send();

    assertThat(answer.outcome()).isEqualTo(1014);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\u0000", "a\\u0000@example.dk"})
  void oddLettersAreNoInternalFault(String text) {
    String body =
        """
        {"kontaktinformationer":{"kontaktinformation":[
          {"kontaktdata":"%s","kontaktdataType":%d}]}}""";

    for (int type = 1; type <= 3; type++) {
      Answer answer =
          akasse.post(Caller.PATH, body.formatted(text, type)).cpr(citizen).illFormed().send();

      assertThat(answer.outcome()).isIn(1014, 9155 + type);
    }
  }

  @Test
  void deepNestingIsNoInternalFault() {
    String deep = "{\"kontaktdataType\":1,\"x\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";

    assertThat(akasse.post(Caller.CODE, deep).cpr(citizen).illFormed().send().outcome())
        .isEqualTo(1014);
  }

  @Test
  void aLongNumberIsNoInternalFault() {
    String longNumber = "{\"kontaktdataType\":" + "9".repeat(5_000) + "}";

    assertThat(akasse.post(Caller.CODE, longNumber).cpr(citizen).illFormed().send().outcome())
        .isIn(1014, 9153);
  }

  @Test
  void propertiesThatTheContractDoesNotKnowAreIgnored() {
    String body =
        """
        {"ukendt":{"a":[1,null]},"kontaktinformationer":{"ukendt":"x","kontaktinformation":[
          {"kontaktdata":"20120002","kontaktdataType":1,"kontaktdatastatus":"ikke et tal","x":{}}]}}
        """;

    assertThat(akasse.post(Caller.PATH, body).cpr(citizen).send().status()).isEqualTo(204);

    assertThat(akasse.read(citizen).send().kontaktinformation()).containsExactly("1 +4520120002 1");
  }

  @Test
  void whitespaceAndEscapesAreJson() {
    String body = "\n\t {\"\\u006bontaktdataType\" :\r\n 1 }\n ";

    assertThat(akasse.post(Caller.CODE, body).cpr(citizen).send().outcome()).isEqualTo(9159);
  }

  @Test
  void namesAreComparedWithTheirCase() {
    assertThat(
            akasse
                .post(Caller.CODE, "{\"KontaktdataType\":1}")
                .cpr(citizen)
                .illFormed()
                .send()
                .outcome())
        .isEqualTo(1014);
  }
}
