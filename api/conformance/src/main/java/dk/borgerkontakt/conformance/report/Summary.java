package dk.borgerkontakt.conformance.report;

import dk.borgerkontakt.conformance.report.Outcome.State;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The end of a run on the console. */
public final class Summary {

  private Summary() {}

  /** Failed rows with what was expected and what came, skipped ones by reason, and the counts. */
  public static void print(Outcomes outcomes, Path report, PrintWriter out) {
    for (Outcome outcome : outcomes.in(State.FAILED)) {
      out.println("FAILED  " + outcome.row().id() + ": " + outcome.reason());
    }
    Map<String, Integer> reasons = new TreeMap<>();
    outcomes.in(State.SKIPPED).forEach(skipped -> reasons.merge(skipped.reason(), 1, Integer::sum));
    reasons.forEach((reason, rows) -> out.println("skipped " + rows + ": " + reason));
    out.printf(
        "%d rows: %d passed, %d failed, %d skipped in %d s%n%s%n%s%n",
        outcomes.all().size(),
        outcomes.count(State.PASSED),
        outcomes.count(State.FAILED),
        outcomes.count(State.SKIPPED),
        outcomes.time().toSeconds(),
        report.resolve("report.html"),
        outcomes.verdict());
    out.flush();
  }
}
