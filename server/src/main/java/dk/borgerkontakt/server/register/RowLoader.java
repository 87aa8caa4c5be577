package dk.borgerkontakt.server.register;

import dk.borgerkontakt.server.register.csv.CsvRow;
import dk.borgerkontakt.server.register.csv.RejectedRowException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/** How the rows of one file are understood, and stored. */
interface RowLoader<T> {

  /** What the row says; rejects one that is wrong by itself. */
  T read(CsvRow row) throws RejectedRowException;

  /**
   * Stores rows in their order, all in the caller's transaction. Returns the reasons of those that
   * were left out, by their position in the list.
   */
  Map<Integer, String> store(Handle handle, List<T> rows);

  /** The reading half of a loader. */
  @FunctionalInterface
  interface Reading<T> {
    T read(CsvRow row) throws RejectedRowException;
  }

  /** A loader of rows that point at nothing else. */
  static <T> RowLoader<T> of(Reading<T> reading, BiConsumer<Handle, List<T>> storing) {
    return new RowLoader<>() {
      @Override
      public T read(CsvRow row) throws RejectedRowException {
        return reading.read(row);
      }

      @Override
      public Map<Integer, String> store(Handle handle, List<T> rows) {
        storing.accept(handle, rows);
        return Map.of();
      }
    };
  }
}
