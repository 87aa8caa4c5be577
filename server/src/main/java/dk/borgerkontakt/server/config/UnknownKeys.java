package dk.borgerkontakt.server.config;

import dk.borgerkontakt.server.config.source.NearestName;
import dk.borgerkontakt.server.config.source.Setting;
import java.util.Collection;
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
    return NearestName.of(name, known)
        .map(nearest -> "did you mean " + nearest + "?")
        .orElse("take it out");
  }

  private static String printable(String name) {
    String oneLine = name.replaceAll("\\p{Cntrl}", "?");
    return oneLine.length() > 80 ? oneLine.substring(0, 80) + "…" : oneLine;
  }
}
