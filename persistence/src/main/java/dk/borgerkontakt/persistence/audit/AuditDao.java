package dk.borgerkontakt.persistence.audit;

import dk.borgerkontakt.persistence.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The audit log: rows are added and never changed. */
public final class AuditDao {

  private static final int FETCH_SIZE = 500;

  private final Handle handle;

  public AuditDao(Handle handle) {
    this.handle = handle;
  }

  private static final String INSERT =
      """
      insert into audit (tidspunkt, borger_id, spurgt_hash, organisationstype, organisationskode,
        client_id, bruger_id, bruger_type, vegne_type, vegne_kode, operation, resultat)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  /** Stores rows in one batch. */
  public void insert(List<AuditRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedBatch batch = handle.prepareBatch(INSERT)) {
      for (AuditRow row : rows) {
        bind(batch, row);
        batch.add();
      }
      batch.execute();
    }
  }

  private static void bind(PreparedBatch batch, AuditRow row) {
    AuditCaller caller = row.caller();
    batch
        .bind(0, row.tidspunkt())
        .bind(1, row.borgerId())
        .bind(2, row.spurgtHash())
        .bind(3, caller.organisationstype())
        .bind(4, caller.organisationskode())
        .bind(5, caller.clientId())
        .bind(6, caller.brugerId())
        .bind(7, caller.brugerType())
        .bind(8, caller.vegneType())
        .bind(9, caller.vegneKode())
        .bind(10, row.operation())
        .bind(11, row.resultat());
  }

  private static final String COLUMNS =
      """
      select tidspunkt, id, borger_id, spurgt_hash, organisationstype, organisationskode, client_id,
        bruger_id, bruger_type, vegne_type, vegne_kode, operation, resultat
      from audit
      """;

  /** Two branches, so that H2 uses the index of each; no row is in both. */
  private static final String STREAM =
      COLUMNS
          + """
          where borger_id = ? and tidspunkt >= ? and tidspunkt < ?
          union all
          """
          + COLUMNS
          + """
          where spurgt_hash = any(?) and tidspunkt >= ? and tidspunkt < ?
          order by 1, 2\
          """;

  /**
   * Gives the consumer all rows about a citizen, oldest first, without holding them all: call it in
   * a transaction.
   *
   * @param borgerId null if the citizen is unknown
   * @param spurgtHashes the keyed hashes of the citizen's numbers
   * @param from inclusive
   * @param to exclusive
   */
  public void stream(
      @Nullable Long borgerId,
      List<byte[]> spurgtHashes,
      Instant from,
      Instant to,
      Consumer<AuditRow> consumer) {
    handle
        .createQuery(STREAM)
        .setFetchSize(FETCH_SIZE)
        .bind(0, borgerId)
        .bind(1, from)
        .bind(2, to)
        .bind(3, bytesArray(spurgtHashes))
        .bind(4, from)
        .bind(5, to)
        .map((row, context) -> read(row))
        .forEach(consumer);
  }

  /** JDBI would pass an Object[], in which PostgreSQL's driver takes no byte[]. */
  private static Argument bytesArray(List<byte[]> values) {
    byte[][] array = values.toArray(byte[][]::new);
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf("bytea", array));
  }

  private static AuditRow read(ResultSet row) throws SQLException {
    AuditCaller caller =
        new AuditCaller(
            Columns.nullableInt(row, 5),
            row.getString(6),
            row.getString(7),
            row.getString(8),
            Columns.nullableInt(row, 9),
            row.getString(10),
            row.getString(11));
    return new AuditRow(
        Columns.instant(row, 1),
        caller,
        Columns.nullableLong(row, 3),
        row.getBytes(4),
        row.getString(12),
        row.getInt(13));
  }
}
