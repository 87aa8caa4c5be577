package dk.borgerkontakt.persistence;

import org.jdbi.v3.core.Handle;

/**
 * Deletes a table's oldest rows, so many at a time that neither a time-out nor anybody who waits
 * for a lock is met. Several may do it at once: on PostgreSQL each takes rows that nobody holds.
 */
public final class Purge {

  private final String onH2;
  private final String onPostgresql;

  /**
   * @param column what a row's age is told by, which an index begins with; null: the row stays
   */
  public Purge(String table, String column) {
    // H2 would lock all that is old, however few are asked for.
    this.onH2 =
        """
        delete from %s where %s < ? fetch first ? rows only\
        """
            .formatted(table, column);
    // In order, so that the index is read and not, for each batch anew, the table.
    this.onPostgresql =
        """
        delete from %1$s where ctid = any (array(
          select ctid from %1$s where %2$s < ? order by %2$s limit ? for update skip locked))\
        """
            .formatted(table, column);
  }

  /**
   * Deletes rows that are older than an instant or a day, as the column has it, and returns how
   * many; fewer than the limit: there are no more that nobody holds.
   */
  public int execute(Handle handle, Object before, int limit) {
    return handle.execute(Dialect.isPostgresql(handle) ? onPostgresql : onH2, before, limit);
  }
}
