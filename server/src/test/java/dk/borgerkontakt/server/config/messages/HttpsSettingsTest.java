package dk.borgerkontakt.server.config.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.config.messages.SmsSettings.Https;
import dk.borgerkontakt.server.config.messages.SmsSettings.Rule;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsSettingsTest {

  private static final String TO_AND_TEXT = "\"to\":\"{modtager}\",\"text\":\"{tekst}\"";

  @Test
  void needsAnAddressAndABodyAlone() {
    assertThat(MessageKeys.https().read().sms().gateway())
        .isEqualTo(
            new Https(
                URI.create("https://sms.kontakt.dk/send"),
                Map.of(),
                "{" + TO_AND_TEXT + "}",
                null,
                null,
                List.of(),
                List.of()));
  }

  @Test
  void readsEveryKey() {
    String body = "{\"id\":\"{id}\",\"msisdn\":{msisdn},\"text\":\"{tekst}\",\"s\":{sekunder}}";

    assertThat(
            MessageKeys.https()
                .with("sms.https.url", "http://127.0.0.1:9000/send?key=a")
                .with("sms.https.headers", "Authorization: Basic YTpi; x-Key:a:b")
                .with("sms.https.body", body)
                .with("sms.https.success", "/status=ok=1")
                .with("sms.https.id", "/ids/0")
                .with("sms.https.invalid-number", "/error/code=7, /error/code=8")
                .with("sms.https.duplicate", "/error/code=9")
                .read()
                .sms()
                .gateway())
        .isEqualTo(
            new Https(
                URI.create("http://127.0.0.1:9000/send?key=a"),
                Map.of("Authorization", "Basic YTpi", "x-Key", "a:b"),
                body,
                new Rule("/status", "ok=1"),
                "/ids/0",
                List.of(new Rule("/error/code", "7"), new Rule("/error/code", "8")),
                List.of(new Rule("/error/code", "9"))));
  }

  @ParameterizedTest
  @CsvSource({"url", "body"})
  void tellsWhatIsMissing(String key) {
    assertThat(MessageKeys.https().with("sms.https." + key, null).faults())
        .singleElement()
        .asString()
        .startsWith("borgerkontakt.sms.https." + key + " is needed with https; give ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://sms.kontakt.dk/hemmelig",
        "ftp://127.0.0.1/hemmelig",
        "sms.kontakt.dk/hemmelig",
        "https:///hemmelig",
        "https://b:hemmelig@sms.kontakt.dk/",
        "https://sms.kontakt.dk/#hemmelig",
        "https://sms.kontakt.dk/a hemmelig"
      })
  void refusesAnAddressThatIsNotSafe(String url) {
    assertThat(MessageKeys.https().with("sms.https.url", url).faults())
        .containsExactly(
            "borgerkontakt.sms.https.url is not usable; give an https address (http only on a"
                + " loopback address) without a user and without # (given with -D)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hemmelig",
        "Authorization:",
        ": hemmelig",
        "X-Key: a\r\nX-Other: hemmelig",
        "X-Key: a\nhemmelig",
        "X-Key: hemmelig\u0000",
        "X Key: hemmelig",
        "X-Nøgle: hemmelig",
        "X-Key: hemmelig ø",
        "X-Key: hemmelig;",
        "X-Key: hemmelig; x-key: hemmelig"
      })
  void refusesWhatIsNoHeader(String headers) {
    assertThat(MessageKeys.https().with("sms.https.headers", headers).faults())
        .containsExactly(
            "borgerkontakt.sms.https.headers is not usable; give Name: value in visible ASCII,"
                + " separated by semicolons, each name once (given with -D)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host",
        "content-length",
        "Content-Type",
        "Transfer-Encoding",
        "Connection",
        "Expect",
        "Upgrade",
        "Idempotency-Key"
      })
  void refusesHeadersThatTheServiceSetsItself(String name) {
    assertThat(
            MessageKeys.https().with("sms.https.headers", "A: b; " + name + ": hemmelig").faults())
        .containsExactly(
            "borgerkontakt.sms.https.headers names "
                + name
                + ", which the service sets itself;"
                + " take it out (given with -D)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hemmelig",
        "{\"to\":\"{modtager}\",\"k\":\"hemmelig\"}",
        "{\"text\":\"{tekst}\",\"k\":\"hemmelig\"}",
        "{\"to\":{modtager},\"text\":\"{tekst}\"}",
        "{\"to\":\"{modtager}\",\"text\":{tekst}}",
        "{" + TO_AND_TEXT + ",\"id\":{id}}",
        "{" + TO_AND_TEXT + ",\"from\":\"{afsneder}\"}",
        "{" + TO_AND_TEXT + "",
        "{" + TO_AND_TEXT + "}}",
        "{\"to\":\"{modtager}\",\"text\":\"\\{tekst}\"}",
        "to={modtager}&text={tekst}&key=hemmelig"
      })
  void refusesABodyThatWouldNotAlwaysBeJson(String body) {
    assertThat(MessageKeys.https().with("sms.https.body", body).faults())
        .containsExactly(
            "borgerkontakt.sms.https.body is no JSON with recipient and text; give such as"
                + " {\"to\":\"{modtager}\",\"text\":\"{tekst}\"}, with no placeholders but"
                + " {modtager} {msisdn} {tekst} {afsender} {id} {sekunder}, all but {msisdn} and"
                + " {sekunder} within strings (given with -D)");
  }

  @ParameterizedTest
  @CsvSource({
    "success, status=ok",
    "success, /status",
    "success, =ok",
    "id, id",
    "invalid-number, '/a=1,'",
    "duplicate, a"
  })
  void refusesWhatIsNoRule(String key, String value) {
    String wanted = key.equals("id") ? "a JSON pointer such as /id" : "/pointer=value";

    assertThat(MessageKeys.https().with("sms.https." + key, value).faults())
        .singleElement()
        .asString()
        .startsWith("borgerkontakt.sms.https." + key + " is \"" + value + "\"; give " + wanted);
  }
}
