package dk.borgerkontakt.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.SettingsReader;
import dk.borgerkontakt.server.config.messages.MessageSettings;
import dk.borgerkontakt.server.gateway.https.HttpsGateway;
import dk.borgerkontakt.server.gateway.mail.MailRelay;
import dk.borgerkontakt.server.gateway.smpp.SmsCentre;
import dk.borgerkontakt.server.outbox.Carrier;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.testing.LogLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewaysTest {

  /** Of the discard protocol: nobody listens there. */
  private static final String NOBODY = "9";

  private static final Map<String, String> MAIL =
      Map.of(
          "borgerkontakt.mail.host", "127.0.0.1",
          "borgerkontakt.mail.port", NOBODY,
          "borgerkontakt.mail.from", "kontakt@kontakt.dk",
          "borgerkontakt.mail.connections", "3");

  private static final Map<String, String> SMPP =
      Map.of(
          "borgerkontakt.sms.gateway", "smpp",
          "borgerkontakt.sms.sender", "Kontakt",
          "borgerkontakt.sms.window", "7",
          "borgerkontakt.sms.smpp.host", "127.0.0.1",
          "borgerkontakt.sms.smpp.port", NOBODY,
          "borgerkontakt.sms.smpp.tls", "true",
          "borgerkontakt.sms.smpp.system-id", "b",
          "borgerkontakt.sms.smpp.password", "secret");

  private static final Map<String, String> HTTPS =
      Map.of(
          "borgerkontakt.sms.gateway", "https",
          "borgerkontakt.sms.sender", "Kontakt",
          "borgerkontakt.sms.https.url", "https://127.0.0.1:" + NOBODY,
          "borgerkontakt.sms.https.body", "{\"to\":\"{modtager}\",\"text\":\"{tekst}\"}");

  @TempDir private Path folder;
  private List<Carrier> carriers = List.of();

  @AfterEach
  void close() {
    carriers.forEach(carrier -> carrier.sender().close());
  }

  @Test
  void areNoneWhereNoneIsConfigured() {
    open(Map.of());

    assertThat(carriers).isEmpty();
  }

  @Test
  void areARelayForMailAndACentreForSms() {
    open(MAIL, SMPP);

    assertThat(carriers).extracting(Carrier::kanal).containsExactly(Kanal.SMS, Kanal.MAIL);
    assertThat(carriers).extracting(Carrier::parallel).containsExactly(7, 3);
    assertThat(carriers.get(0).sender()).isInstanceOf(SmsCentre.class);
    assertThat(carriers.get(1).sender()).isInstanceOf(MailRelay.class);
  }

  @Test
  void areForSmsAloneWhereThatIsAllThatIsConfigured() {
    open(HTTPS);

    assertThat(carriers).extracting(Carrier::kanal).containsExactly(Kanal.SMS);
    assertThat(carriers).extracting(Carrier::parallel).containsExactly(10);
    assertThat(carriers.get(0).sender()).isInstanceOf(HttpsGateway.class);
  }

  /** Addresses that nobody has (RFC 5737, 3). */
  @ParameterizedTest
  @CsvSource({"192.0.2.1, false, 1", "192.0.2.1, true, 0", "127.0.0.1, false, 0"})
  void warnOfAPasswordInTheClear(String host, String tls, int warnings) {
    try (LogLines log = LogLines.ofAll()) {
      open(SMPP, Map.of("borgerkontakt.sms.smpp.host", host, "borgerkontakt.sms.smpp.tls", tls));

      assertThat(log.warnings())
          .filteredOn(text -> text.startsWith("borgerkontakt.sms.smpp.tls is false"))
          .hasSize(warnings);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail", "smpp", "https"})
  void doNotOpenWithCertificatesThatNobodyCanRead(String kind) throws IOException {
    Path file = Files.writeString(folder.resolve("ca.pem"), "no certificate");
    String key = kind.equals("mail") ? "borgerkontakt.mail.ca-file" : "borgerkontakt.sms.ca-file";
    Map<String, String> gateway = Map.of("mail", MAIL, "smpp", SMPP, "https", HTTPS).get(kind);

    ConfigurationException refused =
        catchThrowableOfType(
            ConfigurationException.class, () -> open(gateway, Map.of(key, file.toString())));

    assertThat(refused.faults()).singleElement().asString().startsWith(key + " is " + file);
  }

  @SafeVarargs
  private void open(Map<String, String>... settings) {
    Map<String, String> all = new TreeMap<>();
    all.put("borgerkontakt.messages.sandbox-recipients", "+4570123456");
    List.of(settings).forEach(all::putAll);
    MessageSettings read = SettingsReader.read(Map.of(), Map.of(), all).messages();
    carriers = Gateways.open(read, (kanal, id, receipt, code) -> false, Clock.systemUTC());
  }
}
