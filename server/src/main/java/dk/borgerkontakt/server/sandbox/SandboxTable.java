package dk.borgerkontakt.server.sandbox;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldModifiers;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's tables: CSV files beside this class, padded with spaces so that people can read
 * them.
 */
final class SandboxTable {

  private SandboxTable() {}

  /** The rows of a table, each made into something by its cells. */
  static <T> List<T> read(String name, Function<Row, T> mapper) {
    try (InputStream in = SandboxTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing in the jar");
      }
      try (CsvReader<NamedCsvRecord> csv =
          CsvReader.builder()
              .commentStrategy(CommentStrategy.SKIP)
              .build(
                  NamedCsvRecordHandler.of(handler -> handler.fieldModifier(FieldModifiers.STRIP)),
                  in)) {
        return csv.stream().map(row -> mapper.apply(new Row(row))).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One row of a table. */
  record Row(NamedCsvRecord cells) {

    String text(String column) {
      return cells.getField(column);
    }

    /** Null for an empty cell. */
    @Nullable String textOrNull(String column) {
      String text = text(column);
      return text.isEmpty() ? null : text;
    }

    /** A cell that is empty or says {@code ja}. */
    boolean yes(String column) {
      return text(column).equals("ja");
    }
  }
}
