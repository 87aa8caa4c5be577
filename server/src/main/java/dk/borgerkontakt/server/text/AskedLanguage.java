package dk.borgerkontakt.server.text;

import dk.borgerkontakt.server.config.messages.MessageSettings.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Accept-Language} (RFC 9110, 12.5.4) and looks the language up that it likes best
 * (RFC 4647, 3.4). What can't be understood is passed over; a language with {@code q=0} is chosen
 * only when there is no other.
 */
final class AskedLanguage {

  /**
   * By hand: Java's own parser refuses the header for one bad element (17 falls over "-"). More
   * subtags than anybody's language has (RFC 5646, 4.4.1) are not understood, because matching and
   * looking up thousands of them would take the stack and seconds.
   */
  private static final Pattern ELEMENT =
      Pattern.compile(
          "[ \\t]*(?<range>\\*|[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,9})"
              + "([ \\t]*;[ \\t]*[qQ]=(?<weight>0(\\.[0-9]{0,3})?|1(\\.0{0,3})?))?[ \\t]*");

  private AskedLanguage() {}

  /**
   * The language that is asked for, of those that there are.
   *
   * @param header null when nothing is asked for
   * @param otherwise the language where none of them is asked for
   */
  static Language of(@Nullable String header, Language otherwise) {
    if (header == null) {
      return otherwise;
    }
    List<LanguageRange> ranges = ranges(header);
    List<String> refused =
        ranges.stream()
            .filter(range -> range.getWeight() == 0)
            .map(LanguageRange::getRange)
            .toList();
    List<LanguageRange> wanted = ranges.stream().filter(range -> range.getWeight() > 0).toList();
    List<String> left = // the usual one first
        Stream.concat(Stream.of(otherwise), Stream.of(Language.values()))
            .map(AskedLanguage::tag)
            .filter(tag -> !refused.contains(tag))
            .distinct()
            .toList();
    String found = Locale.lookupTag(wanted, left);
    if (found == null) {
      found = left.isEmpty() ? tag(otherwise) : left.get(0);
    }
    return Language.valueOf(found.toUpperCase(Locale.ROOT));
  }

  /** Most wanted first; those wanted alike as they were sent. */
  private static List<LanguageRange> ranges(String header) {
    return Stream.of(header.split(","))
        .map(ELEMENT::matcher)
        .filter(Matcher::matches)
        .map(element -> new LanguageRange(element.group("range"), weight(element)))
        .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
        .toList();
  }

  private static double weight(Matcher element) {
    String weight = element.group("weight");
    return weight == null ? LanguageRange.MAX_WEIGHT : Double.parseDouble(weight);
  }

  private static String tag(Language language) {
    return language.name().toLowerCase(Locale.ROOT);
  }
}
