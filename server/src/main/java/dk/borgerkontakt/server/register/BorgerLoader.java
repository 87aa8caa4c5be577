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

  /** Gathers citizens between changes, since a change must see what stands before it. */
  @Override
  public Map<Integer, String> store(Handle handle, List<Row> rows) {
    BorgerDao borgere = new BorgerDao(handle);
    Map<String, Boolean> gathered = new LinkedHashMap<>();
    Map<Integer, String> leftOut = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.nytCpr() == null) {
        gathered.put(row.cpr(), row.doed());
      } else {
        borgere.upsertAll(gathered);
        gathered.clear();
        if (!change(borgere, row.cpr(), row.nytCpr(), row.doed())) {
          leftOut.put(i, "cpr was given up for another number than nyt_cpr");
        }
      }
    }
    borgere.upsertAll(gathered);
    return leftOut;
  }

  private boolean change(BorgerDao borgere, String cpr, String nytCpr, boolean doed) {
    borgere.changeCpr(cpr, nytCpr, clock.instant());
    Map<String, Long> ids = borgere.resolveAll(List.of(cpr, nytCpr));
    boolean isSame = ids.containsKey(cpr) && ids.get(cpr).equals(ids.get(nytCpr));
    if (isSame) {
      borgere.upsert(nytCpr, doed);
    }
    return isSame;
  }
}
