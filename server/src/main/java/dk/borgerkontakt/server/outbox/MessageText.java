package dk.borgerkontakt.server.outbox;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Danish words around a verification code. The code is the only run of six digits in them, so
 * that phones and programs find it; it is not in the subject, which locked screens show. The text
 * of an SMS fits into one part (160 characters of GSM-7).
 *
 * @param emne the subject of a mail; null for an SMS
 */
public record MessageText(@Nullable String emne, String tekst) {

  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
  private static final Duration LONGEST = Duration.ofDays(30);

  private static final String SMS =
      "Din kode er %s. Den bekræfter dit mobilnummer og virker i %s. Giv den ikke til andre.";

  private static final String MAIL =
      """
      Din kode er %s

      Den bekræfter din mailadresse og virker i %s. Giv den ikke til andre.

      Har du ikke bedt om en kode, skal du ikke gøre noget.
      """;

  /**
   * The words for this code by this channel.
   *
   * @param levetid how long the code lives, a second to 30 days; told in whole units, rounded down
   */
  public static MessageText of(Kanal kanal, String kode, Duration levetid) {
    if (!SIX_DIGITS.matcher(kode).matches()) {
      throw new IllegalArgumentException("a code has six digits");
    }
    return switch (kanal) {
      case SMS -> new MessageText(null, SMS.formatted(kode, words(levetid)));
      case MAIL -> new MessageText("Bekræft din mailadresse", MAIL.formatted(kode, words(levetid)));
    };
  }

  private static String words(Duration levetid) {
    if (levetid.toSeconds() < 1 || levetid.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a code lives between a second and 30 days");
    }
    if (levetid.toHours() >= 2) {
      return levetid.toHours() + " timer";
    }
    if (levetid.toMinutes() >= 2) {
      return levetid.toMinutes() + " minutter";
    }
    return switch ((int) levetid.toSeconds()) {
      case 1 -> "1 sekund";
      case 60 -> "1 minut";
      default -> levetid.toSeconds() + " sekunder";
    };
  }

  /** Nothing: the text holds the code. */
  @Override
  public String toString() {
    return "MessageText";
  }
}
