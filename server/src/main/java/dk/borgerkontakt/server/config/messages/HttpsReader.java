package dk.borgerkontakt.server.config.messages;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.borgerkontakt.server.config.messages.SmsSettings.Https;
import dk.borgerkontakt.server.config.messages.SmsSettings.Rule;
import dk.borgerkontakt.server.config.source.Parsers;
import dk.borgerkontakt.server.config.source.SettingValues;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

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
    values.required(HttpsSetting.URL, WITH);
    URI url =
        values.parseGiven(
            HttpsSetting.URL,
            "an https address (http only on a loopback address)",
            Parsers::secureUri);
    Map<String, String> headers =
        values.parseGiven(
            HttpsSetting.HEADERS, "Name: value, separated by semicolons", HttpsReader::headers);
    return new Https(
        Objects.requireNonNullElse(url, NOWHERE),
        headers == null ? Map.of() : headers,
        body(),
        values.parseGiven(HttpsSetting.SUCCESS, RULE, HttpsReader::rule),
        values.parseGiven(HttpsSetting.ID, "a JSON pointer such as /id", HttpsReader::pointer),
        invalidNumber());
  }

  private List<Rule> invalidNumber() {
    List<Rule> rules =
        values.parseGiven(
            HttpsSetting.INVALID_NUMBER,
            RULE + ", several separated by commas",
            text -> Arrays.stream(text.split(",", -1)).map(HttpsReader::rule).toList());
    return rules == null ? List.of() : rules;
  }

  private String body() {
    String body = values.required(HttpsSetting.BODY, WITH);
    boolean isWhole = Stream.of("{modtager}", "{tekst}").allMatch(body::contains);
    if (!body.isEmpty() && !(isWhole && isJson(body))) {
      values.addFault(
          HttpsSetting.BODY,
          "is no JSON with both placeholders; give such as"
              + " {\"to\":\"{modtager}\",\"text\":\"{tekst}\"}");
    }
    return body;
  }

  /** Placeholders stand in strings, or where a number may stand. */
  private static boolean isJson(String body) {
    try {
      new JsonMapper().readTree(body.replaceAll("\\{[a-z]+}", "0"));
      return true;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static Map<String, String> headers(String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header : text.split(";", -1)) {
      String[] sides = header.split(":", 2);
      if (sides.length < 2 || !sides[0].strip().matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
        throw new IllegalArgumentException();
      }
      headers.put(sides[0].strip(), sides[1].strip());
    }
    return headers;
  }

  private static Rule rule(String text) {
    String[] sides = text.strip().split("=", 2);
    if (sides.length < 2) {
      throw new IllegalArgumentException();
    }
    return new Rule(pointer(sides[0]), sides[1]);
  }

  private static String pointer(String text) {
    return JsonPointer.compile(text.strip()).toString();
  }
}
