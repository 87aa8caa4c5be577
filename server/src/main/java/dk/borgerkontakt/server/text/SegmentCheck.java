package dk.borgerkontakt.server.text;

import dk.borgerkontakt.server.sms.SmsText;
import java.util.Optional;

/** Whether the text of an SMS fits one segment however long the values in it are. */
final class SegmentCheck {

  private static final String ANY_CODE = "000000";

  private SegmentCheck() {}

  /** What is wrong with the text and how to mend it, if it takes more than one segment. */
  static Optional<String> fault(TemplateName name, Template template) {
    String longest = template.text(ANY_CODE, Lifetime.longestWords(name.language())).tekst();
    int segments = SmsText.segments(longest);
    if (segments == 1) {
      return Optional.empty();
    }
    String advice =
        longest
            .codePoints()
            .mapToObj(Character::toString)
            .filter(character -> !SmsText.isGsm7(character))
            .findFirst()
            .map(
                character ->
                    "it has 70 characters since \"%s\" (U+%04X) is outside the GSM alphabet; write that otherwise or make the text shorter"
                        .formatted(character, character.codePointAt(0)))
            .orElse("it has 160 characters; make the text shorter");
    return Optional.of(
        "takes %d segments with the longest values, and may take one: %s"
            .formatted(segments, advice));
  }
}
