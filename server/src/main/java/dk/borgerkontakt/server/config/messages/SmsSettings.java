package dk.borgerkontakt.server.config.messages;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The SMS gateway.
 *
 * @param sender up to 11 letters and digits, or a number
 * @param window messages that may wait for an answer at the same time
 * @param timeout of connecting and of each answer
 */
public record SmsSettings(
    Gateway gateway, String sender, int window, Duration timeout, @Nullable Path caFile) {

  /** The two kinds of gateway. */
  public sealed interface Gateway permits Smpp, Https {}

  /** An SMS centre that speaks SMPP 3.4. */
  public record Smpp(
      String host,
      int port,
      boolean tls,
      String systemId,
      String password,
      String systemType,
      Duration enquireLink)
      implements Gateway {

    @Override
    public String toString() {
      return "Smpp";
    }
  }

  /**
   * A gateway that takes JSON over HTTPS.
   *
   * @param headers by name, none of them one that the service sets itself
   * @param body JSON as soon as its placeholders are filled in
   * @param id JSON pointer of the gateway's id in the answer
   */
  public record Https(
      URI url,
      Map<String, String> headers,
      String body,
      @Nullable Rule success,
      @Nullable String id,
      List<Rule> invalidNumber,
      List<Rule> duplicate)
      implements Gateway {

    public Https {
      headers = Map.copyOf(headers);
      invalidNumber = List.copyOf(invalidNumber);
      duplicate = List.copyOf(duplicate);
    }

    @Override
    public String toString() {
      return "Https";
    }
  }

  /** What has to be at a place of an answer, both as text. */
  public record Rule(String pointer, String value) {}
}
