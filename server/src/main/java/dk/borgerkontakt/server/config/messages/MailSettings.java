package dk.borgerkontakt.server.config.messages;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The mail relay.
 *
 * @param from address or {@code Name <address>}, as given
 * @param timeout of connecting and of each answer
 */
public record MailSettings(
    String host,
    int port,
    Security security,
    @Nullable Login login,
    String from,
    @Nullable Path caFile,
    Duration timeout,
    int connections) {

  /** STARTTLS and TLS: no mail without it. */
  public enum Security {
    STARTTLS,
    TLS,
    NONE
  }

  /** Account at the relay. */
  public record Login(String user, String password) {

    @Override
    public String toString() {
      return "Login";
    }
  }
}
