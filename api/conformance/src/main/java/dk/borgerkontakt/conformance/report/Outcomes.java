package dk.borgerkontakt.conformance.report;

import dk.borgerkontakt.conformance.report.Outcome.State;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The outcomes of a run, in the contract's order. */
public record Outcomes(
    String service, String version, Instant start, Duration time, List<Outcome> all) {

  /** Those that ended like this. */
  public List<Outcome> in(State state) {
    return all.stream().filter(outcome -> outcome.is(state)).toList();
  }

  /** How many ended like this. */
  public int count(State state) {
    return in(state).size();
  }

  /** The end in one line: how many failed, and how many nobody tried. */
  public String verdict() {
    int failed = count(State.FAILED);
    int skipped = count(State.SKIPPED);
    String verdict =
        failed == 0 ? "No row failed" : failed + (failed == 1 ? " row" : " rows") + " failed";
    return skipped == 0 ? verdict : verdict + ", " + skipped + " not tried";
  }

  /** By operation, and what is said of all of them last. */
  public Map<String, List<Outcome>> groups() {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                outcome -> outcome.row().group(), LinkedHashMap::new, Collectors.toList()));
  }
}
