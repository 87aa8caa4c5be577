package dk.borgerkontakt.server.register;

import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.server.register.csv.CsvRow;
import dk.borgerkontakt.server.register.csv.RejectedRowException;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Loads citizens, and changes of their CPR numbers. */
final class BorgerLoader implements RowLoader<BorgerLoader.Row> {
  private final CprColumn cprColumn;
  private final Clock clock;

  /** A row of the file; {@code nytCpr} is null unless the number changed. */
  record Row(String cpr, boolean doed, @Nullable String nytCpr) {

    /** Never a CPR number. */
    @Override
    public String toString() {
      return "Row";
    }
  }

  BorgerLoader(CprColumn cprColumn, Clock clock) {
    this.cprColumn = cprColumn;
    this.clock = clock;
  }

  @Override
  public Row read(CsvRow row) throws RejectedRowException {
    String cpr = cprColumn.read(row, "cpr");
    String nytCpr = row.optional("nyt_cpr") == null ? null : cprColumn.read(row, "nyt_cpr");
    if (cpr.equals(nytCpr)) {
      throw new RejectedRowException("nyt_cpr is the same as cpr");
    }
    return new Row(cpr, row.truth("doed"), nytCpr);
  }

  /**
   * Gathers citizens, and stores them at once: only a change of number must see before it what
   * stands of its two numbers. A change that was made before only says whether the citizen is dead.
   */
  @Override
  public Map<Integer, String> store(Handle handle, List<Row> rows) {
    BorgerDao borgere = new BorgerDao(handle);
    Map<String, Boolean> gathered = new LinkedHashMap<>();
    Map<Integer, String> leftOut = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.nytCpr() == null) {
        gathered.put(row.cpr(), row.doed());
      } else if (isMade(borgere, row) || change(borgere, row, gathered)) {
        gathered.put(row.nytCpr(), row.doed());
      } else {
        leftOut.put(i, "cpr was given up for another number than nyt_cpr");
      }
    }
    borgere.upsertAll(gathered);
    return leftOut;
  }

  /** A number that was given back is a present one again, and can be given up again. */
  private static boolean isMade(BorgerDao borgere, Row row) {
    boolean isGivenUp =
        borgere.resolve(row.cpr()).filter(borger -> !borger.cpr().equals(row.cpr())).isPresent();
    return isGivenUp && isSame(borgere, numbers(row));
  }

  private boolean change(BorgerDao borgere, Row row, Map<String, Boolean> gathered) {
    List<String> numbers = numbers(row);
    Map<String, Boolean> concerned = new HashMap<>();
    for (String cpr : numbers) {
      Boolean doed = gathered.remove(cpr);
      if (doed != null) {
        concerned.put(cpr, doed);
      }
    }
    borgere.upsertAll(concerned);
    borgere.changeCpr(numbers.get(0), numbers.get(1), clock.instant());
    return isSame(borgere, numbers);
  }

  /** The old number and the new one. */
  private static List<String> numbers(Row row) {
    return List.of(row.cpr(), String.valueOf(row.nytCpr()));
  }

  private static boolean isSame(BorgerDao borgere, List<String> numbers) {
    Map<String, Long> ids = borgere.resolveAll(numbers);
    Long id = ids.get(numbers.get(0));
    return id != null && id.equals(ids.get(numbers.get(1)));
  }
}
