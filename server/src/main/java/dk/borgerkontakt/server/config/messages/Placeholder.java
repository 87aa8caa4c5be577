package dk.borgerkontakt.server.config.messages;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be filled into the body that a gateway is sent: its name in lower case, in braces. */
public enum Placeholder {
  /** The number in E.164. */
  MODTAGER,
  /** The number as digits alone: E.164 without the plus. */
  MSISDN,
  TEKST,
  AFSENDER,
  /** The message's id, the same each time it is sent. */
  ID,
  /** How many seconds the message is still of use, at least one. */
  SEKUNDER;

  private static final Pattern IN_BRACES = Pattern.compile("\\{([a-z]+)}");

  /** Digits alone, and so in place where JSON takes a number. */
  boolean isNumber() {
    return this == MSISDN || this == SEKUNDER;
  }

  @Override
  public String toString() {
    return "{" + name().toLowerCase(Locale.ROOT) + "}";
  }

  /**
   * The body with each placeholder filled in. What is filled in is not looked through again.
   *
   * @throws IllegalArgumentException when one is not known
   */
  public static String fill(String body, Function<Placeholder, String> value) {
    return IN_BRACES
        .matcher(body)
        .replaceAll(
            found -> {
              Placeholder known = valueOf(found.group(1).toUpperCase(Locale.ROOT));
              return Matcher.quoteReplacement(value.apply(known));
            });
  }
}
