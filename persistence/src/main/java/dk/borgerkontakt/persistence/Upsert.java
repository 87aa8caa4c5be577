package dk.borgerkontakt.persistence;

import dk.borgerkontakt.persistence.Rows.Column;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Inserts rows, and updates those whose key is known; a row that is as it should be is read and not
 * written. H2 and PostgreSQL share no single statement for it that stands concurrent inserts, so it
 * takes two: an insert {@code on conflict do nothing}, and a merge that only updates.
 */
public final class Upsert<T> {

  private final List<Column<T>> key;
  private final boolean canUpdate;
  private final Rows<T> source;
  private final String insert;
  private final String update;

  /**
   * @param rest the columns that are not in the key; may be none
   * @param condition of a row {@code n} to be inserted
   */
  public Upsert(String table, List<Column<T>> key, List<Column<T>> rest, String condition) {
    this.key = key;
    this.canUpdate = !rest.isEmpty();
    List<Column<T>> columns = Stream.concat(key.stream(), rest.stream()).toList();
    this.source = new Rows<>(columns);
    String sameKey = joined(key, " and ", name -> "t." + name + " = n." + name);
    this.insert =
        """
        insert into %s (%s)
        select %s from %s
        where not exists (select 1 from %s t where %s) and %s
        on conflict do nothing\
        """
            .formatted(
                table,
                joined(columns, ", ", name -> name),
                joined(columns, ", ", name -> "n." + name),
                source.asTable(),
                table,
                sameKey,
                condition);
    this.update =
        """
        merge into %s t using (select * from %s) n on %s
        when matched and (%s) then update set %s\
        """
            .formatted(
                table,
                source.asTable(),
                sameKey,
                joined(rest, " or ", name -> "t.%1$s is distinct from n.%1$s".formatted(name)),
                joined(rest, ", ", name -> name + " = n." + name));
  }

  public Upsert(String table, List<Column<T>> key, List<Column<T>> rest) {
    this(table, key, rest, "true");
  }

  /** Stores rows; of two with one key the later wins. */
  public void execute(Handle handle, List<T> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Collection<T> distinct = Rows.lastOfEachKey(rows, this::keyOf);
    int inserted = source.bind(handle.createUpdate(insert), distinct).execute();
    if (canUpdate && inserted < distinct.size()) {
      source.bind(handle.createUpdate(update), distinct).execute();
    }
  }

  private Object keyOf(T row) {
    return key.stream().map(column -> (Object) column.value().apply(row)).toList();
  }

  private static <T> String joined(
      List<Column<T>> columns, String separator, Function<String, String> form) {
    return columns.stream().map(Column::name).map(form).collect(Collectors.joining(separator));
  }
}
