package dk.borgerkontakt.server.config.messages;

import dk.borgerkontakt.server.config.source.SettingValues;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the headers that go with each message to a gateway. Their values are secrets, so that no
 * fault quotes them; a line break in one would begin another header.
 */
final class HeaderReader {

  /** Names of RFC 9110, 5.6.2; values of its 5.5, without what lies beyond ASCII. */
  private static final String HEADER =
      "[!#$%&'*+.^_`|~0-9A-Za-z-]+ *: *[\\x21-\\x7e][\\x20-\\x7e]*";

  /** What frames the message or tells of its body, in lower case. */
  private static final Set<String> OURS =
      Set.of(
          "connection",
          "content-length",
          "content-type",
          "expect",
          "host",
          "http2-settings",
          "idempotency-key",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final SettingValues values;

  HeaderReader(SettingValues values) {
    this.values = values;
  }

  Map<String, String> read() {
    Map<String, String> headers =
        values.parseGiven(
            HttpsSetting.HEADERS,
            "Name: value in visible ASCII, separated by semicolons, each name once",
            HeaderReader::headers);
    if (headers == null) {
      return Map.of();
    }
    headers.keySet().stream()
        .filter(name -> OURS.contains(name.toLowerCase(Locale.ROOT)))
        .forEach(
            name ->
                values.addFault(
                    HttpsSetting.HEADERS,
                    "names " + name + ", which the service sets itself; take it out"));
    return headers;
  }

  private static Map<String, String> headers(String text) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header : text.split(";", -1)) {
      if (!header.strip().matches(HEADER)) {
        throw new IllegalArgumentException();
      }
      String[] sides = header.strip().split(":", 2);
      if (headers.put(sides[0].strip(), sides[1].strip()) != null) {
        throw new IllegalArgumentException();
      }
    }
    return headers;
  }
}
