package dk.borgerkontakt.server.text;

import dk.borgerkontakt.server.config.messages.MessageSettings.Language;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** How long a code lives, in words: whole units, rounded down, so that no code lives shorter. */
final class Lifetime {

  private static final Duration LONGEST = Duration.ofDays(30);

  private Lifetime() {}

  /** A second to 30 days, such as "5 minutter". */
  static String words(Language language, Duration lifetime) {
    if (lifetime.toSeconds() < 1 || lifetime.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a code lives between a second and 30 days");
    }
    boolean isDanish = language == Language.DA;
    if (lifetime.toHours() >= 2) {
      return lifetime.toHours() + (isDanish ? " timer" : " hours");
    }
    if (lifetime.toMinutes() >= 2) {
      return lifetime.toMinutes() + (isDanish ? " minutter" : " minutes");
    }
    return switch ((int) lifetime.toSeconds()) {
      case 1 -> isDanish ? "1 sekund" : "1 second";
      case 60 -> isDanish ? "1 minut" : "1 minute";
      default -> lifetime.toSeconds() + (isDanish ? " sekunder" : " seconds");
    };
  }

  /** The longest words that any lifetime has: each unit has the most digits at its end. */
  static String longestWords(Language language) {
    return Stream.of(Duration.ofSeconds(119), Duration.ofMinutes(119), LONGEST)
        .map(lifetime -> words(language, lifetime))
        .max(Comparator.comparingInt(String::length))
        .orElseThrow();
  }
}
