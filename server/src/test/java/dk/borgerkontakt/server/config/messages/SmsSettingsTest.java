package dk.borgerkontakt.server.config.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.config.messages.SmsSettings.Smpp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsSettingsTest {

  @TempDir private Path folder;

  @Test
  void hasDefaultsForSmpp() {
    assertThat(MessageKeys.smpp().read().sms())
        .isEqualTo(
            new SmsSettings(
                new Smpp(
                    "smsc.kontakt.dk", 2775, false, "b", "hemmelig", "", Duration.ofSeconds(30)),
                "Kontakt",
                10,
                Duration.ofSeconds(10),
                null));
  }

  @Test
  void readsEveryKeyOfSmpp() throws IOException {
    Path caFile = Files.createFile(folder.resolve("ca.pem"));

    assertThat(
            MessageKeys.smpp()
                .with("sms.sender", "+4570123456")
                .with("sms.window", "50")
                .with("sms.timeout", "PT3S")
                .with("sms.ca-file", caFile.toString())
                .with("sms.smpp.host", "[::1]")
                .with("sms.smpp.port", "3550")
                .with("sms.smpp.tls", "true")
                .with("sms.smpp.system-type", "OTP")
                .with("sms.smpp.enquire-link", "PT5S")
                .read()
                .sms())
        .isEqualTo(
            new SmsSettings(
                new Smpp("::1", 3550, true, "b", "hemmelig", "OTP", Duration.ofSeconds(5)),
                "+4570123456",
                50,
                Duration.ofSeconds(3),
                caFile));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sms.window | 0 | a whole number from 1 to 100, such as 10",
        "sms.window | 101 | a whole number from 1 to 100, such as 10",
        "sms.timeout | PT0S | an ISO 8601 duration from PT0.1S to PT20S, such as PT10S",
        "sms.timeout | PT30S | an ISO 8601 duration from PT0.1S to PT20S, such as PT10S",
        "sms.ca-file | /nowhere/ca.pem | the path of a file that this user may read",
        "sms.smpp.host | smsc:2775 | a host name or an IP address, without a port",
        "sms.smpp.port | 0 | a whole number from 1 to 65535, such as 2775",
        "sms.smpp.tls | yes | true or false, such as false",
        "sms.smpp.enquire-link | 30 | an ISO 8601 duration from PT0.1S to PT10M, such as PT30S"
      })
  void tellsWhatIsWanted(String key, String value, String wanted) {
    assertThat(MessageKeys.smpp().with(key, value).faults())
        .containsExactly(
            "borgerkontakt." + key + " is \"" + value + "\"; give " + wanted + " (given with -D)");
  }

  @Test
  void tellsAnUnknownKindOfGateway() {
    assertThat(MessageKeys.none().with("sms.gateway", "ftp").faults())
        .contains(
            "borgerkontakt.sms.gateway is no kind of gateway; give smpp or https (given with -D)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sandby Kommune", "Kommune-1", "Åby", "+12", "+45 70123456", "a\r\nb"})
  void refusesWhatIsNoSender(String sender) {
    assertThat(MessageKeys.smpp().with("sms.sender", sender).faults())
        .containsExactly(
            "borgerkontakt.sms.sender is no sender; give up to 11 letters and digits, or a number"
                + " (given with -D)");
  }

  @ParameterizedTest
  @CsvSource({
    "sms.sender, for SMS",
    "sms.smpp.host, with smpp",
    "sms.smpp.system-id, with smpp",
    "sms.smpp.password, with smpp"
  })
  void tellsWhatIsMissing(String key, String reason) {
    assertThat(MessageKeys.smpp().with(key, null).faults())
        .singleElement()
        .asString()
        .startsWith("borgerkontakt." + key + " is needed " + reason + "; give ");
  }

  @ParameterizedTest
  @CsvSource({"system-id, 15", "password, 8", "system-type, 12"})
  void holdsTheLengthsOfTheProtocolsFields(String key, int longest) {
    String fits = "x".repeat(longest);

    assertThat(MessageKeys.smpp().with("sms.smpp." + key, fits).faults()).isEmpty();
    assertThat(MessageKeys.smpp().with("sms.smpp." + key, fits + "x").faults())
        .containsExactly(
            "borgerkontakt.sms.smpp."
                + key
                + " does not fit; give up to "
                + longest
                + " characters of ASCII (given with -D)");
  }

  /** A zero octet would end the field, and begin the next one of the bind. */
  @ParameterizedTest
  @CsvSource({"system-id, 15", "password, 8", "system-type, 12"})
  void tellsAFieldOfSmppThatWouldEndEarly(String key, int longest) {
    assertThat(MessageKeys.smpp().with("sms.smpp." + key, "ab\0cd").faults())
        .containsExactly(
            "borgerkontakt.sms.smpp."
                + key
                + " does not fit; give up to "
                + longest
                + " characters of ASCII (given with -D)");
  }

  @ParameterizedTest
  @EnumSource
  void tellsAKeyOfSmppThatNothingUses(SmppSetting setting) {
    String fault = setting.key() + " is not used without borgerkontakt.sms.gateway=smpp";
    String key = setting.key().replaceFirst("borgerkontakt.", "");

    assertThat(MessageKeys.none().with(key, "1").faults())
        .containsExactly(fault + " (given with -D)");
    assertThat(MessageKeys.https().with(key, "1").faults())
        .containsExactly(fault + " (given with -D)");
  }

  @ParameterizedTest
  @EnumSource
  void tellsAKeyOfHttpsThatNothingUses(HttpsSetting setting) {
    String fault = setting.key() + " is not used without borgerkontakt.sms.gateway=https";
    String key = setting.key().replaceFirst("borgerkontakt.", "");

    assertThat(MessageKeys.none().with(key, "1").faults())
        .containsExactly(fault + " (given with -D)");
    assertThat(MessageKeys.smpp().with(key, "1").faults())
        .containsExactly(fault + " (given with -D)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sender", "window", "timeout", "ca-file"})
  void tellsAKeyOfAGatewayThatNothingUses(String key) {
    assertThat(MessageKeys.none().with("sms." + key, "1").faults())
        .containsExactly(
            "borgerkontakt.sms."
                + key
                + " is not used without borgerkontakt.sms.gateway=smpp or"
                + " https (given with -D)");
  }
}
