package dk.borgerkontakt.conformance.report;

import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.row.Row;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What came of a row.
 *
 * @param reason why it was skipped, or what was expected and what came; empty when it passed
 */
public record Outcome(
    Row row, State state, String reason, List<Exchange> exchanges, Duration time) {

  public Outcome {
    reason = Printable.line(reason);
  }

  /** How a row can end. */
  public enum State {
    PASSED,
    FAILED,
    SKIPPED;

    /** As the report writes it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How long it took, in milliseconds. */
  public long millis() {
    return time.toMillis();
  }

  /** Whether it ended like this. */
  public boolean is(State other) {
    return state == other;
  }
}
