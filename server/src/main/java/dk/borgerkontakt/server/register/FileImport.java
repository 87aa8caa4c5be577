package dk.borgerkontakt.server.register;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseException;
import dk.borgerkontakt.server.register.csv.CsvFile;
import dk.borgerkontakt.server.register.csv.CsvRow;
import dk.borgerkontakt.server.register.csv.RejectedRowException;
import dk.borgerkontakt.server.register.csv.RejectedRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Loads the rows of one file, a batch to a transaction; never holds more than one batch. */
final class FileImport<T> {
  static final int BATCH = 5000;

  /** Far more than so many good rows have; bad ones can be of any length. */
  private static final int CHARACTERS = 1_000_000;

  private static final int ATTEMPTS = 3;

  private final Database database;
  private final RowLoader<T> loader;
  private final RejectedRows rejected;
  private final List<CsvRow> rows = new ArrayList<>(BATCH);
  private final List<T> values = new ArrayList<>(BATCH);
  private final SortedMap<Long, Rejection> rejections = new TreeMap<>();
  private long loaded;

  private record Rejection(CsvRow row, String reason) {}

  FileImport(Database database, RowLoader<T> loader, RejectedRows rejected) {
    this.database = database;
    this.loader = loader;
    this.rejected = rejected;
  }

  /** Takes the next batch of the file; false when the file had no more. */
  boolean loadBatch(CsvFile file) throws IOException {
    int taken = 0;
    long characters = 0;
    CsvRow row = null;
    while (taken < BATCH && characters < CHARACTERS && (row = file.next()) != null) {
      taken++;
      characters += row.text().length();
      read(row);
    }
    if (!values.isEmpty()) {
      storeBatch();
    }
    for (Rejection rejection : rejections.values()) {
      rejected.add(rejection.row(), rejection.reason());
    }
    rejections.clear();
    return row != null;
  }

  /** How many rows are in the database now, or were there already. */
  long loaded() {
    return loaded;
  }

  private void read(CsvRow row) {
    try {
      values.add(loader.read(row));
      rows.add(row);
    } catch (RejectedRowException e) {
      rejections.put(row.line(), new Rejection(row, String.valueOf(e.getMessage())));
    }
  }

  private void storeBatch() {
    Map<Integer, String> leftOut = store(values);
    leftOut.forEach(
        (position, reason) -> {
          CsvRow row = rows.get(position);
          rejections.put(row.line(), new Rejection(row, reason));
        });
    loaded += values.size() - leftOut.size();
    rows.clear();
    values.clear();
  }

  /**
   * Where the database refuses a batch for one of its rows, halves are tried, and halves of them.
   */
  private Map<Integer, String> store(List<T> batch) {
    try {
      return storeAtOnce(batch);
    } catch (DatabaseException e) {
      if (!isFaultOfARow(e)) {
        throw e;
      }
      return batch.size() == 1
          ? Map.of(0, "refused by the database, SQLState " + e.sqlState())
          : storeHalves(batch);
    }
  }

  private Map<Integer, String> storeHalves(List<T> batch) {
    int middle = batch.size() / 2;
    Map<Integer, String> leftOut = new HashMap<>(store(batch.subList(0, middle)));
    store(batch.subList(middle, batch.size()))
        .forEach((position, reason) -> leftOut.put(middle + position, reason));
    return leftOut;
  }

  /** A conflict with the running service passes when the same is done again. */
  private Map<Integer, String> storeAtOnce(List<T> batch) {
    for (int attempt = 1; ; attempt++) {
      try {
        return database.inTransaction(handle -> loader.store(handle, batch));
      } catch (DatabaseException e) {
        if (!e.isTransient() || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** SQLState classes 22, data exception, and 23, integrity constraint violation. */
  private static boolean isFaultOfARow(DatabaseException e) {
    String state = e.sqlState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }
}
