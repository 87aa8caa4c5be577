package dk.borgerkontakt.conformance;

import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.bench.Skip;
import dk.borgerkontakt.conformance.bench.World;
import dk.borgerkontakt.conformance.http.UnreachableException;
import dk.borgerkontakt.conformance.report.Outcome;
import dk.borgerkontakt.conformance.report.Outcome.State;
import dk.borgerkontakt.conformance.report.Outcomes;
import dk.borgerkontakt.conformance.row.Row;
import dk.borgerkontakt.conformance.scenario.Scenarios;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tries every row once, puts back what it changed, and says what came of each. */
final class Run {

  private static final int DOTS_A_LINE = 80;

  /** So many rows in a row without an answer, and the rest need not wait for theirs. */
  private static final int MOST_UNANSWERED = 5;

  private final World world;
  private final URI service;
  private final PrintWriter out;
  private int unanswered;

  Run(World world, URI service, PrintWriter out) {
    this.world = world;
    this.service = service;
    this.out = out;
  }

  Outcomes outcomes(List<Row> rows) {
    Instant start = Instant.now();
    out.println(rows.size() + " rows of " + Version.contract(world.contract()));
    rows.stream().findFirst().ifPresent(row -> world.before().noteAll(new Bench(world, row)));
    Map<Row, Outcome> done = new LinkedHashMap<>();
    for (Row row : wholeRunLast(rows)) {
      Outcome outcome = unanswered < MOST_UNANSWERED ? outcome(row) : givenUp(row);
      done.put(row, outcome);
      progress(done.size(), outcome.state());
    }
    out.println();
    rows.stream().findFirst().ifPresent(this::restore);
    return new Outcomes(
        service.toString(),
        Version.contract(world.contract()),
        start,
        Duration.between(start, Instant.now()),
        rows.stream().map(done::get).toList());
  }

  /** What is said of headers holds for the answers to all other rows; so does the day's limit. */
  private static List<Row> wholeRunLast(List<Row> rows) {
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(Scenarios::isOfWholeRun));
    return sorted;
  }

  private Outcome outcome(Row row) {
    long start = System.nanoTime();
    Bench bench = new Bench(world, row);
    State state = State.PASSED;
    String reason = "";
    try {
      Scenarios.run(bench);
      unanswered = 0;
    } catch (Skip skip) {
      state = State.SKIPPED;
      reason = String.valueOf(skip.getMessage());
    } catch (Mismatch mismatch) {
      unanswered = 0;
      state = State.FAILED;
      reason = String.valueOf(mismatch.getMessage());
    } catch (RuntimeException broken) {
      unanswered = broken instanceof UnreachableException ? unanswered + 1 : 0;
      state = State.FAILED;
      reason = told(broken);
    }
    if (!bench.faults().isEmpty()) {
      state = State.FAILED;
      reason = reason + (reason.isEmpty() ? "" : "; ") + bench.faults().get(0);
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return new Outcome(row, state, reason, bench.exchanges(), time);
  }

  private static Outcome givenUp(Row row) {
    String reason = "not tried: the service has ceased to answer";
    return new Outcome(row, State.FAILED, reason, List.of(), Duration.ZERO);
  }

  /** Texts that are not ours may quote what was sent, a token too. */
  private static String told(RuntimeException broken) {
    String name = broken.getClass().getSimpleName();
    return broken instanceof UnreachableException ? name + ": " + broken.getMessage() : name;
  }

  private void progress(int done, State state) {
    out.print(
        switch (state) {
          case PASSED -> '.';
          case FAILED -> 'F';
          case SKIPPED -> 's';
        });
    if (done % DOTS_A_LINE == 0) {
      out.println();
    }
    out.flush();
  }

  private void restore(Row any) {
    if (unanswered >= MOST_UNANSWERED) {
      out.println("nothing could be put back: the service has ceased to answer");
      return;
    }
    int failed = world.before().restore(new Bench(world, any));
    if (failed > 0) {
      out.println(failed + " citizens could not be put back as they were before the run");
    }
  }
}
