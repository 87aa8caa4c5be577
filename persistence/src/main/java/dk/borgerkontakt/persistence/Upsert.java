package dk.borgerkontakt.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Inserts rows, and updates those whose key is known. H2 and PostgreSQL share no single statement
 * for it that stands concurrent inserts, so it takes two: an insert {@code on conflict do nothing},
 * and an update of the rows that it left out.
 *
 * @param insert binds the row's values in their order
 * @param update has a condition that leaves a row alone which is as it should be
 */
public record Upsert<T>(
    String insert,
    BiConsumer<PreparedBatch, T> insertValues,
    String update,
    BiConsumer<PreparedBatch, T> updateValues) {

  /** Stores rows in their order: of two with one key the later wins. */
  public void execute(Handle handle, List<T> rows) {
    int[] inserted = batch(handle, insert, insertValues, rows);
    List<T> known = new ArrayList<>();
    for (int i = 0; i < inserted.length; i++) {
      if (inserted[i] == 0) {
        known.add(rows.get(i));
      }
    }
    batch(handle, update, updateValues, known);
  }

  private static <T> int[] batch(
      Handle handle, String sql, BiConsumer<PreparedBatch, T> values, List<T> rows) {
    if (rows.isEmpty()) {
      return new int[0];
    }
    try (PreparedBatch batch = handle.prepareBatch(sql)) {
      for (T row : rows) {
        values.accept(batch, row);
        batch.add();
      }
      return batch.execute();
    }
  }
}
