package dk.borgerkontakt.server.config.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.borgerkontakt.server.config.source.SettingValues;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the body that a gateway is sent, as one that is JSON whatever is filled in. */
final class BodyReader {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final String WANTED =
      "is no JSON with recipient and text; give such as"
          + " {\"to\":\"{modtager}\",\"text\":\"{tekst}\"}, with no placeholders but "
          + Arrays.stream(Placeholder.values())
              .map(Placeholder::toString)
              .collect(Collectors.joining(" "))
          + ", all but {msisdn} and {sekunder} within strings";

  private final SettingValues values;

  BodyReader(SettingValues values) {
    this.values = values;
  }

  String read() {
    String body = values.required(HttpsSetting.BODY, "with https");
    if (!body.isEmpty() && !isUsable(body)) {
      values.addFault(HttpsSetting.BODY, WANTED);
    }
    return body;
  }

  /** Tried with a letter, which is JSON within a string alone, or a digit. */
  private static boolean isUsable(String body) {
    Set<Placeholder> used = EnumSet.noneOf(Placeholder.class);
    try {
      JSON.readTree(
          Placeholder.fill(
              body,
              placeholder -> {
                used.add(placeholder);
                return placeholder.isNumber() ? "1" : "x";
              }));
    } catch (IllegalArgumentException | JsonProcessingException e) {
      return false;
    }
    return used.contains(Placeholder.TEKST)
        && (used.contains(Placeholder.MODTAGER) || used.contains(Placeholder.MSISDN));
  }
}
