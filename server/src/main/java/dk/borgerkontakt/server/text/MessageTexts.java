package dk.borgerkontakt.server.text;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.messages.MessageSettings.Language;
import dk.borgerkontakt.server.config.messages.MessageSettings.Texts;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.text.TemplateName.Occasion;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of every message. A code is the only run of six digits in its text, so that phones and
 * programs find it, and no SMS takes more than one segment; the start has seen to both.
 */
public final class MessageTexts {

  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

  private final Language usual;
  private final Map<TemplateName, Template> templates;

  private MessageTexts(Language usual, Map<TemplateName, Template> templates) {
    this.usual = usual;
    this.templates = Map.copyOf(templates);
  }

  /** Reads and checks all texts; {@link ConfigurationException} with every fault of every file. */
  public static MessageTexts load(Texts settings) {
    return new MessageTexts(settings.language(), new TemplateLoader(settings.folder()).load());
  }

  /**
   * The words for this code by this channel.
   *
   * @param acceptLanguage the header of that name, null when there is none
   * @param levetid how long the code lives, a second to 30 days; told in whole units, rounded down
   */
  public MessageText code(
      Kanal kanal, @Nullable String acceptLanguage, String kode, Duration levetid) {
    if (!SIX_DIGITS.matcher(kode).matches()) {
      throw new IllegalArgumentException("a code has six digits");
    }
    Language language = AskedLanguage.of(acceptLanguage, usual);
    return template(Occasion.KODE, kanal, language).text(kode, Lifetime.words(language, levetid));
  }

  /** The words that tell of a verified address, to itself, that it was replaced or removed. */
  public MessageText noticeOfChange(Kanal kanal) {
    return template(Occasion.AENDRING, kanal, usual).text();
  }

  private Template template(Occasion occasion, Kanal kanal, Language language) {
    return Objects.requireNonNull(templates.get(new TemplateName(occasion, kanal, language)));
  }
}
