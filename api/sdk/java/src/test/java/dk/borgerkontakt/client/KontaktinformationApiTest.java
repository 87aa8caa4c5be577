package dk.borgerkontakt.client;

import static dk.borgerkontakt.client.Kontaktdata.besked;
import static dk.borgerkontakt.client.Kontaktdata.saet;
import static dk.borgerkontakt.client.Kontaktdata.slet;
import static dk.borgerkontakt.client.model.KontaktdataCodelList.Mailadresse;
import static dk.borgerkontakt.client.model.KontaktdataCodelList.Mobiltelefon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.borgerkontakt.client.model.KontaktdataCodelList;
import dk.borgerkontakt.client.model.KontaktinformationDto;
import dk.borgerkontakt.client.model.RegistreretKontaktinformation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KontaktinformationApiTest {
  private static final String CPR = "0107809001";
  private CannedServer server;

  @BeforeEach
  void start() throws Exception {
    server = new CannedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void deletingSaysNullOnTheWire() {
    server.answers(204, "application/json", "");
    server.api().createKontaktinformation(CPR, besked(slet(Mailadresse), saet(Mobiltelefon, "1")));

    assertThat(server.received.get(0).body())
        .isEqualTo(
            "{\"kontaktinformationer\":{\"kontaktinformation\":["
                + "{\"kontaktdata\":null,\"kontaktdataType\":3},"
                + "{\"kontaktdata\":\"1\",\"kontaktdataType\":1}]}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void setsNothingEmpty(String empty) {
    assertThatThrownBy(() -> saet(Mobiltelefon, empty))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void setsNoNull() {
    assertThatThrownBy(() -> saet(Mobiltelefon, null)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void aMessageReadFromJsonMayNotForgetKontaktdata() {
    assertThatThrownBy(
            () ->
                new ObjectMapper()
                    .readValue("{\"kontaktdataType\":1}", KontaktinformationDto.class))
        .hasMessageContaining("kontaktdata");
  }

  @Test
  void anUnknownCodeIsKeptAndSentAsItCame() {
    server.answers(200, "application/json", registered("\"+4520120001\"", "77", "9"));
    server.answers(204, "application/json", "");
    RegistreretKontaktinformation read = read();

    assertThat(read.kontaktdataType()).isEqualTo(new KontaktdataCodelList(77));
    assertThat(read.kontaktdataType().isKnown()).isFalse();
    assertThat(read.kontaktdatastatus()).hasToString("9");
    server.api().createKontaktinformation(CPR, besked(Kontaktdata.af(read)));
    assertThat(server.received.get(1).body()).contains("\"kontaktdataType\":77");
  }

  @Test
  void aKnownCodeIsTheConstant() {
    server.answers(200, "application/json", registered("\"+4520120001\"", "1", "2"));

    KontaktdataCodelList type = read().kontaktdataType();
    assertThat(type).isEqualTo(Mobiltelefon);
    assertThat(type.isKnown()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "1.0", "true", "null"})
  void aCodeOfAnotherJsonTypeIsNotTaken(String code) {
    server.answers(200, "application/json", registered("\"+4520120001\"", code, "2"));

    assertThatThrownBy(this::read)
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("getKontaktinformation: the answer is not what the contract says");
  }

  @Test
  void anUnreadableAnswerIsToldByItsPlaceAndNotItsValue() {
    server.answers(200, "application/json", registered("20120001", "1", "2"));

    assertThatThrownBy(this::read)
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("[\"kontaktdata\"]")
        .message()
        .doesNotContain("20120001");
  }

  @Test
  void textsShowNothingPersonal() {
    assertThat(besked(saet(Mobiltelefon, "20120001")).toString())
        .contains("kontaktdataType=1")
        .doesNotContain("20120001");
    assertThatThrownBy(() -> server.api().getKontaktinformation("0107809001\n"))
        .hasMessageNotContaining("0107809001");
    var pasted = new KontaktinformationApi(new ApiClient(server.url(), () -> "secret\n"));
    assertThatThrownBy(() -> pasted.getKontaktinformation(CPR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Authorization has characters that no header may have");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void aStepInThePathIsNoValue(String step) {
    assertThatThrownBy(() -> server.api().getKontaktinformationMobilNr(step))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mobiltelefon is a step in the path, and not a value");
  }

  @Test
  void whatStandsInThePathIsEncoded() {
    String none = "{\"borgerer\":[]}";
    server.answers(200, "application/json", none).answers(200, "application/json", none);
    server.api().getKontaktinformationMobilNr("+45 20120002");
    server.api().getKontaktinformationEmail("a+b/c@example.dk");

    assertThat(server.received)
        .extracting(CannedServer.Received::line)
        .containsExactly(
            "GET /v1/kontaktinformation/mobiltelefon/%2B45%2020120002 HTTP/1.1",
            "GET /v1/kontaktinformation/emailaddresse/a%2Bb%2Fc%40example.dk HTTP/1.1");
    assertThat(server.received.get(0).headers().get("Authorization")).containsExactly("Bearer t");
  }

  @Test
  void noUpgradeIsAskedFor() {
    server.answers(204, "application/json", "");
    server.api().createKontaktinformation(CPR, besked(slet(Mailadresse)));

    assertThat(server.received.get(0).headers()).doesNotContainKeys("Upgrade", "Http2-settings");
  }

  private RegistreretKontaktinformation read() {
    return server
        .api()
        .getKontaktinformation(CPR)
        .kontaktinformationer()
        .kontaktinformation()
        .get(0);
  }

  private static String registered(String kontaktdata, String type, String status) {
    return """
        {"kontaktinformationer":{"nyt":1,"kontaktinformation":[
          {"kontaktdata":%s,"kontaktdataType":%s,"kontaktdatastatus":%s}]}}"""
        .formatted(kontaktdata, type, status);
  }
}
