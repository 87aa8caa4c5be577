package dk.borgerkontakt.server.gateway.mail;

import dk.borgerkontakt.server.config.messages.MailSettings;
import dk.borgerkontakt.server.config.messages.MailSettings.Login;
import dk.borgerkontakt.server.config.messages.MailSettings.Security;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mails and settings for tests. */
final class Mails {

  static final String FROM = "Jobcenter Ærø <kontakt@example.dk>";
  static final String RECIPIENT = "borger@example.net";
  static final String TEXT = "Din kode er 004711\n\nGiv den ikke til andre. Å, æ og ø.\n";
  static final Instant CREATED = Instant.parse("2026-03-01T12:00:00Z");

  private Mails() {}

  static MailSettings settings(int port) {
    return settings(port, Security.NONE, null, null);
  }

  static MailSettings settings(
      int port, Security security, @Nullable Login login, @Nullable Path caFile) {
    return new MailSettings(
        "127.0.0.1", port, security, login, FROM, caFile, Duration.ofSeconds(5), 4);
  }

  static MailSettings settings(int port, String host) {
    return new MailSettings(host, port, Security.NONE, null, FROM, null, Duration.ofSeconds(5), 4);
  }

  /** The same with a timeout that a test can wait for. */
  static MailSettings impatient(MailSettings settings) {
    return new MailSettings(
        settings.host(),
        settings.port(),
        settings.security(),
        settings.login(),
        settings.from(),
        settings.caFile(),
        Duration.ofMillis(400),
        settings.connections());
  }

  static Message to(String recipient) {
    return mail(recipient, "Bekræft din mailadresse", TEXT);
  }

  static Message mail(String recipient, @Nullable String emne, String tekst) {
    return new Message(UUID.randomUUID(), Kanal.MAIL, recipient, emne, tekst, CREATED);
  }

  static Outcome send(MailRelay relay, Message message) throws IOException {
    return relay.send(message, CREATED.plus(Duration.ofMinutes(10)));
  }
}
