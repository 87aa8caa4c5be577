package dk.borgerkontakt.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Rows that travel to the database as one array a column, however many they are, and that a
 * statement there reads as a table.
 */
public final class Rows<T> {

  private final List<Column<T>> columns;

  /**
   * A column of the table.
   *
   * @param sqlType what both databases call its type
   * @param type the type that the values have in Java
   */
  public record Column<T>(
      String name, String sqlType, Class<?> type, Function<T, ? extends @Nullable Object> value) {}

  public Rows(List<Column<T>> columns) {
    this.columns = List.copyOf(columns);
  }

  /** The last row of each key, for a statement that must not meet a key twice. */
  public static <T> Collection<T> lastOfEachKey(List<T> rows, Function<T, Object> key) {
    Map<Object, T> last = new LinkedHashMap<>();
    rows.forEach(row -> last.put(key.apply(row), row));
    return last.values();
  }

  /** The table, {@code n}, to be read {@code from}; its placeholders are the statement's first. */
  public String asTable() {
    List<String> arrays =
        columns.stream().map(column -> "cast(? as " + column.sqlType() + " array)").toList();
    List<String> names = columns.stream().map(Column::name).toList();
    return "unnest(" + String.join(", ", arrays) + ") as n (" + String.join(", ", names) + ")";
  }

  /** How many columns there are: the position of the first placeholder behind the table. */
  public int columns() {
    return columns.size();
  }

  /** Binds the rows to a statement that reads {@link #asTable}. */
  public <S extends SqlStatement<S>> S bind(S statement, Collection<T> rows) {
    for (int i = 0; i < columns.size(); i++) {
      Column<T> column = columns.get(i);
      List<@Nullable Object> values = new ArrayList<>(rows.size());
      rows.forEach(row -> values.add(column.value().apply(row)));
      statement.bindArray(i, column.type(), values);
    }
    return statement;
  }
}
