package dk.borgerkontakt.server.text;

import dk.borgerkontakt.server.config.messages.MessageSettings.Language;
import dk.borgerkontakt.server.outbox.Kanal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which text: one file, of the operator's folder or of those built in. */
record TemplateName(Occasion occasion, Kanal kanal, Language language) {

  /** What a text is written for. */
  enum Occasion {
    /** A code to prove an address with. */
    KODE,
    /** A verified address was replaced or removed. */
    AENDRING
  }

  private static final List<TemplateName> ALL =
      Stream.of(Occasion.values())
          .flatMap(
              occasion ->
                  Stream.of(Kanal.values())
                      .flatMap(
                          kanal ->
                              Stream.of(Language.values())
                                  .map(language -> new TemplateName(occasion, kanal, language))))
          .toList();

  static List<TemplateName> all() {
    return ALL;
  }

  /** Such as {@code kode-sms.da.txt}. */
  String fileName() {
    return "%s-%s.%s.txt".formatted(occasion, kanal, language).toLowerCase(Locale.ROOT);
  }
}
