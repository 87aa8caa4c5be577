package dk.borgerkontakt.conformance.scenario;

import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.bench.Skip;
import dk.borgerkontakt.conformance.check.Observations;
import dk.borgerkontakt.conformance.row.Row;
import dk.borgerkontakt.conformance.row.Subject;
import dk.borgerkontakt.conformance.scenario.code.ErrorCodes;
import dk.borgerkontakt.conformance.scenario.code.Successes;
import dk.borgerkontakt.conformance.scenario.element.InputElement;
import dk.borgerkontakt.conformance.scenario.element.OutputElement;
import dk.borgerkontakt.conformance.scenario.rule.Rules;
import java.util.List;

/** The scenario of every row. A row that has none fails: the kit has to be taught it. */
public final class Scenarios {

  private Scenarios() {}

  /** Runs the scenario of the bench's row. */
  public static void run(Bench bench) {
    Subject subject = bench.row().subject();
    if (subject instanceof Subject.Code code) {
      ErrorCodes.of(code.code()).run(bench);
    } else if (subject instanceof Subject.Success success) {
      Successes.run(bench, success.status());
    } else if (subject instanceof Subject.Header header) {
      header(bench, header);
    } else if (subject instanceof Subject.Element element) {
      if (element.isInput()) {
        new InputElement(bench, element).run();
      } else {
        new OutputElement(bench, element).run();
      }
    } else if (subject instanceof Subject.Cell cell) {
      new AccessCell(bench, cell).run();
    } else if (subject instanceof Subject.Step step) {
      new Steps(bench).run(step);
    } else if (subject instanceof Subject.Rule rule) {
      Rules.of(bench.row().group(), rule.text()).run(bench);
    }
  }

  /** Whether the row is judged by what came of the others. */
  public static boolean isOfWholeRun(Row row) {
    return row.subject() instanceof Subject.Header
        || row.id().startsWith("getVerifikationskode regel: 90002");
  }

  /** What the run saw. */
  private static void header(Bench bench, Subject.Header header) {
    Observations observations = bench.world().observations();
    String operation = bench.operation().id();
    if (!observations.isSeen(operation, header)) {
      throw new Skip("no answer " + header.status() + " was seen");
    }
    List<String> faults = observations.faults(operation, header);
    if (!faults.isEmpty()) {
      throw new Mismatch(faults.size() + " of the answers seen: " + faults.get(0));
    }
  }
}
