package dk.borgerkontakt.review;

import dk.borgerkontakt.review.Fact.Way;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What each kind of change means for a client ({@code effects.csv}). */
final class Effects {

  /** What the table doesn't know breaks, until somebody has thought about it and added a row. */
  private static final Effect UNKNOWN =
      new Effect(
          Weight.BREAKS, "{what} is {new} instead of {old}, which the review has no rule for");

  private final Map<String, Effect> effects = new HashMap<>();

  /** One row of the table; the sentence has {@code {name}}, {@code {old}} and {@code {new}}. */
  record Effect(Weight weight, String sentence) {}

  Effects() {
    table().skip(1).map(line -> line.split(";", -1)).forEach(this::add);
  }

  private void add(String[] row) {
    Effect effect = new Effect(Weight.valueOf(row[3]), row[4]);
    for (String what : row[0].split(" ", -1)) {
      if (effects.put(key(what, row[1], row[2]), effect) != null) {
        throw new IllegalStateException("two rows for " + what);
      }
    }
  }

  /** The most special row: for this way and kind of change, for any of one, for any of both. */
  Effect of(String what, Way way, String kind) {
    return Stream.of(
            key(what, way.toString(), kind),
            key(what, "any", kind),
            key(what, way.toString(), "any"),
            key(what, "any", "any"))
        .map(effects::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(UNKNOWN);
  }

  private static String key(String what, String way, String kind) {
    return String.join(";", what, way, kind);
  }

  private static Stream<String> table() {
    try (InputStream file = Effects.class.getResourceAsStream("effects.csv")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
      return lines.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
