package dk.borgerkontakt.server.config.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.config.messages.MailSettings.Login;
import dk.borgerkontakt.server.config.messages.MailSettings.Security;
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

class MailSettingsTest {

  @TempDir private Path folder;

  @Test
  void needsAHostAndASenderAlone() {
    assertThat(MessageKeys.mail().read().mail())
        .isEqualTo(
            new MailSettings(
                "localhost",
                587,
                Security.STARTTLS,
                null,
                "kontakt@kontakt.dk",
                null,
                Duration.ofSeconds(10),
                8));
  }

  @Test
  void readsEveryKey() throws IOException {
    Path caFile = Files.createFile(folder.resolve("ca.pem"));

    assertThat(
            MessageKeys.mail()
                .with("mail.host", "relay.kontakt.dk")
                .with("mail.port", "465")
                .with("mail.security", "tls")
                .with("mail.user", "b")
                .with("mail.password", " s e ")
                .with("mail.from", "Sandby Kommune <kontakt@kontakt.dk>")
                .with("mail.ca-file", caFile.toString())
                .with("mail.timeout", "PT0.5S")
                .with("mail.connections", "3")
                .read()
                .mail())
        .isEqualTo(
            new MailSettings(
                "relay.kontakt.dk",
                465,
                Security.TLS,
                new Login("b", "s e"),
                "Sandby Kommune <kontakt@kontakt.dk>",
                caFile,
                Duration.ofMillis(500),
                3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mail.host | relay:25 | a host name or an IP address, without a port",
        "mail.port | 0 | a whole number from 1 to 65535, such as 587",
        "mail.port | 65536 | a whole number from 1 to 65535, such as 587",
        "mail.port | smtp | a whole number from 1 to 65535, such as 587",
        "mail.security | ssl | starttls, tls or none, such as starttls",
        "mail.ca-file | /nowhere/ca.pem | the path of a file that this user may read",
        "mail.timeout | PT21S | an ISO 8601 duration from PT0.1S to PT20S, such as PT10S",
        "mail.timeout | PT0.01S | an ISO 8601 duration from PT0.1S to PT20S, such as PT10S",
        "mail.connections | 0 | a whole number from 1 to 100, such as 8",
        "mail.connections | 101 | a whole number from 1 to 100, such as 8"
      })
  void tellsWhatIsWanted(String key, String value, String wanted) {
    assertThat(MessageKeys.mail().with(key, value).faults())
        .containsExactly(
            "borgerkontakt." + key + " is \"" + value + "\"; give " + wanted + " (given with -D)");
  }

  @Test
  void needsASender() {
    assertThat(MessageKeys.mail().with("mail.from", null).faults())
        .singleElement()
        .asString()
        .startsWith("borgerkontakt.mail.from is needed for mail; give ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sandby Kommune",
        "kontakt@",
        "Kommune <kontakt>",
        "\"Kommune\" <kontakt@kontakt.dk>",
        "a@kontakt.dk, b@kontakt.dk",
        "Kommune <kontakt@kontakt.dk> x",
        "Kommune\r\nBcc: <kontakt@kontakt.dk>",
        "<kontakt@kontakt.dk\r\n>"
      })
  void refusesWhatIsNoSender(String from) {
    assertThat(MessageKeys.mail().with("mail.from", from).faults())
        .containsExactly(
            "borgerkontakt.mail.from is no sender; give an address, or Name <address> without"
                + " quotes (given with -D)");
  }

  @ParameterizedTest
  @CsvSource({"user, password", "password, user"})
  void wantsUserAndPasswordOrNeither(String given, String missing) {
    assertThat(MessageKeys.mail().with("mail." + given, "hemmelig").faults())
        .singleElement()
        .asString()
        .startsWith("borgerkontakt.mail." + missing + " is needed ")
        .doesNotContain("hemmelig");
  }

  @Test
  void sendsNoPasswordInTheClear() {
    MessageKeys inTheClear =
        MessageKeys.mail()
            .with("mail.security", "none")
            .with("mail.user", "hemmelig")
            .with("mail.password", "hemmelig");

    assertThat(inTheClear.read().mail().security()).isEqualTo(Security.NONE);
    assertThat(inTheClear.with("mail.host", "relay.kontakt.dk").faults())
        .containsExactly(
            "borgerkontakt.mail.security would send the password in the clear; give starttls or"
                + " tls (given with -D)");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HOST")
  void tellsAKeyThatNothingUses(MailSetting setting) {
    String key = setting.key().replaceFirst("borgerkontakt.", "");

    assertThat(MessageKeys.none().with(key, "1").faults())
        .containsExactly(
            setting.key()
                + " is not used without a relay; give borgerkontakt.mail.host"
                + " (given with -D)");
  }
}
