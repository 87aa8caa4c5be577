package dk.borgerkontakt.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the facts of two contracts, and says of each difference what it means. */
final class Comparison {

  private static final Set<String> UPPER = Set.of("maxLength", "maximum", "maxItems");
  private static final Set<String> LOWER = Set.of("minLength", "minimum", "minItems");

  /** Kinds of elements whose value says how they are there. */
  private static final Set<String> PRESENCES =
      Set.of("parameter", "body", "property", "header", "response");

  /** Kinds whose changes are told at the element itself, not at what it belongs to. */
  private static final Set<String> TELL_THEMSELVES =
      Set.of("parameter", "body", "header", "response", "server");

  private static final Effects EFFECTS = new Effects();

  private Comparison() {}

  static List<Change> of(Map<Fact, String> released, Map<Fact, String> current) {
    Set<Fact> all = new LinkedHashSet<>(current.keySet());
    all.addAll(released.keySet());
    Set<String> comeOrGone = new HashSet<>();
    List<Change> changes = new ArrayList<>();
    for (Fact fact : all) {
      String before = released.get(fact);
      String after = current.get(fact);
      if ((before == null || after == null) && !fact.name().isEmpty()) {
        comeOrGone.add(fact.inside());
      }
      if (!Objects.equals(before, after) && !isInside(comeOrGone, fact.place())) {
        changes.add(change(fact, before, after));
      }
    }
    return changes;
  }

  /** Of an element that has come or gone, its own facts say nothing more. */
  private static boolean isInside(Set<String> elements, String place) {
    return elements.stream()
        .anyMatch(
            element ->
                place.equals(element)
                    || place.startsWith(element + " ")
                    || place.startsWith(element + "/"));
  }

  private static Change change(Fact fact, @Nullable String before, @Nullable String after) {
    boolean isStatus = fact.what().equals("catalogue") && fact.name().equals("status");
    Effects.Effect effect =
        EFFECTS.of(
            isStatus ? "catalogue-status" : fact.what(), fact.way(), kind(fact, before, after));
    String sentence =
        effect
            .sentence()
            .replace("{what}", fact.what())
            .replace("{name}", fact.name())
            .replace("{old}", shown(before))
            .replace("{new}", shown(after));
    return new Change(
        effect.weight(),
        TELL_THEMSELVES.contains(fact.what()) ? fact.inside() : fact.place(),
        sentence);
  }

  private static String kind(Fact fact, @Nullable String before, @Nullable String after) {
    String what = fact.what();
    if (what.equals("nullable")) {
      return "true".equals(after) ? "gained" : "lost";
    }
    if (UPPER.contains(what) || LOWER.contains(what)) {
      double none = UPPER.contains(what) ? Double.MAX_VALUE : -Double.MAX_VALUE;
      return number(after, none) < number(before, none) ? "lowered" : "raised";
    }
    boolean isPresence = PRESENCES.contains(what);
    if (before == null) {
      return isPresence ? "added " + after : "added";
    }
    if (after == null) {
      return isPresence ? "removed " + before : "removed";
    }
    return isPresence ? before + " to " + after : "changed";
  }

  private static double number(@Nullable String value, double none) {
    return value == null ? none : Double.parseDouble(value);
  }

  private static String shown(@Nullable String value) {
    return value == null || value.isEmpty() ? "nothing" : value;
  }
}
