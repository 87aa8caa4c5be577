package dk.borgerkontakt.server.config;

import dk.borgerkontakt.server.config.source.Setting;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds names that are no setting, and the setting that each was probably meant to be. */
public final class UnknownKeys {
  private static final String ENVIRONMENT_PREFIX = "BORGERKONTAKT_";

  private UnknownKeys() {}

  /**
   * Warnings for names in the environment that look like settings. They are no faults: an
   * orchestrator puts names of its own there (BORGERKONTAKT_SERVICE_HOST), which nobody here wrote.
   */
  public static List<String> inEnvironment(Collection<String> names) {
    Stream<String> ours = names.stream().filter(name -> name.startsWith(ENVIRONMENT_PREFIX));
    return unknown(ours, Setting::environmentName, "environment variable");
  }

  static List<String> among(Collection<String> keys, String place) {
    return unknown(keys.stream(), Setting::key, place);
  }

  private static List<String> unknown(
      Stream<String> names, Function<Setting, String> nameOf, String place) {
    List<String> known = Keys.all().stream().map(nameOf).toList();
    return names
        .filter(name -> !known.contains(name))
        .sorted()
        .map(name -> printable(name) + " (" + place + ") is no setting; " + advice(name, known))
        .toList();
  }

  private static String advice(String name, List<String> known) {
    String nearest =
        known.stream().min(Comparator.comparingInt(one -> distance(name, one))).orElseThrow();
    boolean isNear = distance(name, nearest) <= 3;
    return isNear ? "did you mean " + nearest + "?" : "take it out";
  }

  private static String printable(String name) {
    String oneLine = name.replaceAll("\\p{Cntrl}", "?");
    return oneLine.length() > 80 ? oneLine.substring(0, 80) + "…" : oneLine;
  }

  /** Levenshtein's: how many letters must be put in, taken out or changed. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int cost = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + change);
        diagonal = row[j];
        row[j] = cost;
      }
    }
    return row[other.length()];
  }
}
