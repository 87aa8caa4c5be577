package dk.borgerkontakt.server.config.messages;

import com.fasterxml.jackson.core.JsonPointer;
import dk.borgerkontakt.server.config.messages.SmsSettings.Https;
import dk.borgerkontakt.server.config.messages.SmsSettings.Rule;
import dk.borgerkontakt.server.config.source.Parsers;
import dk.borgerkontakt.server.config.source.SettingValues;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads the keys of a gateway that takes JSON. */
final class HttpsReader {

  private static final String WITH = "with https";
  private static final URI NOWHERE = URI.create("https://localhost");
  private static final String RULE = "/pointer=value";

  private final SettingValues values;

  HttpsReader(SettingValues values) {
    this.values = values;
  }

  Https read() {
    return new Https(
        url(),
        new HeaderReader(values).read(),
        new BodyReader(values).read(),
        values.parseGiven(HttpsSetting.SUCCESS, RULE, HttpsReader::rule),
        values.parseGiven(HttpsSetting.ID, "a JSON pointer such as /id", HttpsReader::pointer),
        rules(HttpsSetting.INVALID_NUMBER),
        rules(HttpsSetting.DUPLICATE));
  }

  private URI url() {
    values.required(HttpsSetting.URL, WITH);
    URI url =
        values.parseGiven(
            HttpsSetting.URL,
            "an https address (http only on a loopback address) without a user and without #",
            HttpsReader::address);
    return Objects.requireNonNullElse(url, NOWHERE);
  }

  /** A user in it would not be sent, so that somebody would wonder about status 401. */
  private static URI address(String text) {
    URI uri = Parsers.secureUri(text);
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException();
    }
    return uri;
  }

  private List<Rule> rules(HttpsSetting setting) {
    List<Rule> rules =
        values.parseGiven(
            setting,
            RULE + ", several separated by commas",
            text -> Arrays.stream(text.split(",", -1)).map(HttpsReader::rule).toList());
    return rules == null ? List.of() : rules;
  }

  private static Rule rule(String text) {
    String[] sides = text.strip().split("=", 2);
    if (sides.length < 2) {
      throw new IllegalArgumentException();
    }
    return new Rule(pointer(sides[0]), sides[1].strip());
  }

  private static String pointer(String text) {
    String pointer = text.strip();
    if (pointer.isEmpty()) {
      throw new IllegalArgumentException();
    }
    return JsonPointer.compile(pointer).toString();
  }
}
