package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of the wrong JSON type are 1014, and nothing is taken for something else. */
class JsonTypesTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private static final String CITIZEN = "3112999012";
  private static final String ELEMENT = "/kontaktinformationer/kontaktinformation/0";

  private final Caller star = server.as("star");

  @ParameterizedTest
  @ValueSource(
      strings = {"\"1\"", "1.0", "1.5", "1e0", "10e-1", "true", "null", "[]", "[1]", "{}", "\"\""})
  void aTypeIsAnInteger(String value) {
    String create =
        """
        {"kontaktinformationer":{"kontaktinformation":[
          {"kontaktdata":"20120002","kontaktdataType":%s}]}}""";

    assertFault(Caller.PATH, create.formatted(value), ELEMENT + "/kontaktdataType");
    assertFault(
        Caller.STATUS,
        "{\"kontaktdataType\":%s,\"kontaktdatastatus\":1}".formatted(value),
        "/kontaktdataType");
    assertFault(Caller.CODE, "{\"kontaktdataType\":%s}".formatted(value), "/kontaktdataType");
    assertFault(
        Caller.VERIFY,
        "{\"kontaktdataType\":%s,\"verifikationskode\":\"123456\"}".formatted(value),
        "/kontaktdataType");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "2.0", "2.5", "true", "null", "[]", "{}"})
  void aStatusIsAnInteger(String value) {
    assertFault(
        Caller.STATUS,
        "{\"kontaktdataType\":2,\"kontaktdatastatus\":%s}".formatted(value),
        "/kontaktdatastatus");
  }

  @ParameterizedTest
  @ValueSource(strings = {"20120002", "20120002.0", "true", "false", "[]", "[\"20120002\"]", "{}"})
  void contactDataIsAText(String value) {
    String create =
        """
        {"kontaktinformationer":{"kontaktinformation":[
          {"kontaktdata":%s,"kontaktdataType":1}]}}""";

    assertFault(Caller.PATH, create.formatted(value), ELEMENT + "/kontaktdata");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456",
        "null",
        "true",
        "\"\"",
        "\"12345\"",
        "\"1234567\"",
        "\"12345a\"",
        "\" 123456\"",
        "\"123456\\n\"",
        "\"\u0661\u0662\u0663\u0664\u0665\u0666\"",
        "[\"123456\"]"
      })
  void aCodeIsATextOfSixDigits(String value) {
    assertFault(
        Caller.VERIFY,
        "{\"kontaktdataType\":1,\"verifikationskode\":%s}".formatted(value),
        "/verifikationskode");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                  | ''
          {"@":null}          | ''
          {"@":[]}            | ''
          {"@":"x"}           | ''
          {"@":{}}            | /kontaktinformation
          {"@":{"#":null}}    | /kontaktinformation
          {"@":{"#":{}}}      | /kontaktinformation
          {"@":{"#":[]}}      | /kontaktinformation
          {"@":{"#":[null]}}  | /kontaktinformation/0
          {"@":{"#":[1]}}     | /kontaktinformation/0
          {"@":{"#":[[]]}}    | /kontaktinformation/0
          {"@":{"#":[{}]}}    | /kontaktinformation/0/kontaktdataType
          """)
  void theMessageHasItsShape(String body, String place) {
    String full = body.replace("@", "kontaktinformationer").replace("#", "kontaktinformation");

    assertFault(Caller.PATH, full, "/kontaktinformationer" + place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"x\"", "1", "true", "null", "[{\"kontaktdataType\":1}]"})
  void theMessageIsAnObject(String body) {
    assertFault(Caller.PATH, body, "");
    assertFault(Caller.STATUS, body, "");
    assertFault(Caller.CODE, body, "");
    assertFault(Caller.VERIFY, body, "");
  }

  @Test
  void aMissingPropertyIsNamed() {
    assertFault(Caller.STATUS, "{\"kontaktdataType\":1}", "/kontaktdatastatus");
    assertFault(Caller.STATUS, "{\"kontaktdatastatus\":1}", "/kontaktdataType");
    assertFault(Caller.CODE, "{}", "/kontaktdataType");
    assertFault(Caller.VERIFY, "{\"kontaktdataType\":1}", "/verifikationskode");
    assertFault(Caller.VERIFY, "{\"verifikationskode\":\"123456\"}", "/kontaktdataType");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4", "-1", "2147483648", "99999999999999999999"})
  void anIntegerOutsideTheListIsNoWrongType(String value) {
    Answer answer =
        star.post(Caller.CODE, "{\"kontaktdataType\":%s}".formatted(value))
            .cpr(CITIZEN)
            .illFormed()
            .send();

    assertThat(answer.outcome()).isEqualTo(9153);
    assertThat(answer.faults()).containsExactly("/kontaktdataType 9153");
  }

  private void assertFault(String path, String body, String place) {
    Answer answer = star.post(path, body).cpr(CITIZEN).illFormed().send();

    assertThat(answer.outcome()).as(body).isEqualTo(1014);
    assertThat(answer.faults()).as(body).containsExactly(place + " 1014");
  }
}
