package dk.borgerkontakt.server.register;

import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.server.register.csv.CsvRow;
import dk.borgerkontakt.server.register.csv.RejectedRowException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;

/**
 * Loads rows that name a citizen by CPR number, present or given up. A row of an unknown citizen is
 * left out.
 */
final class OfBorger<T> implements RowLoader<OfBorger.Unresolved<T>> {
  private final Reading<Unresolved<T>> reading;
  private final BiConsumer<Handle, List<T>> storing;

  /** A row that will be whole once the citizen's id is known. */
  record Unresolved<T>(String cpr, LongFunction<T> withId) {

    /** Never the CPR number. */
    @Override
    public String toString() {
      return "Unresolved";
    }
  }

  OfBorger(Reading<Unresolved<T>> reading, BiConsumer<Handle, List<T>> storing) {
    this.reading = reading;
    this.storing = storing;
  }

  @Override
  public Unresolved<T> read(CsvRow row) throws RejectedRowException {
    return reading.read(row);
  }

  @Override
  public Map<Integer, String> store(Handle handle, List<Unresolved<T>> rows) {
    Map<String, Long> ids =
        new BorgerDao(handle).resolveAll(rows.stream().map(Unresolved::cpr).distinct().toList());
    Map<Integer, String> leftOut = new HashMap<>();
    List<T> known = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Long id = ids.get(rows.get(i).cpr());
      if (id == null) {
        leftOut.put(i, "cpr is unknown");
      } else {
        known.add(rows.get(i).withId().apply(id));
      }
    }
    if (!known.isEmpty()) {
      storing.accept(handle, known);
    }
    return leftOut;
  }
}
