package dk.borgerkontakt.persistence.register;

import dk.borgerkontakt.persistence.Columns;
import dk.borgerkontakt.persistence.Rows.Column;
import dk.borgerkontakt.persistence.Upsert;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The organisations' guest accesses to citizens. */
public final class GaesteadgangDao {

  private static final RowMapper<Gaesteadgang> GAESTEADGANG =
      (row, context) ->
          new Gaesteadgang(
              row.getLong(1), row.getInt(2), row.getString(3), Columns.nullableDay(row, 4));

  private static final Upsert<Gaesteadgang> UPSERT =
      new Upsert<>(
          "gaesteadgang",
          List.of(
              new Column<>("borger_id", "bigint", Long.class, Gaesteadgang::borgerId),
              new Column<>(
                  "organisationstype", "smallint", Integer.class, Gaesteadgang::organisationstype),
              new Column<>("kode", "varchar", String.class, Gaesteadgang::kode)),
          List.of(new Column<>("udloeber", "date", LocalDate.class, Gaesteadgang::udloeber)));

  private final Handle handle;

  public GaesteadgangDao(Handle handle) {
    this.handle = handle;
  }

  private static final String FIND_BY_BORGER =
      """
      select borger_id, organisationstype, kode, udloeber from gaesteadgang
      where borger_id = ? order by organisationstype, kode\
      """;

  /** Returns all guest accesses to a citizen, expired ones too. */
  public List<Gaesteadgang> findByBorger(long borgerId) {
    return handle.createQuery(FIND_BY_BORGER).bind(0, borgerId).map(GAESTEADGANG).list();
  }

  private static final String FIND_BY_BORGERE =
      """
      select borger_id, organisationstype, kode, udloeber from gaesteadgang
      where borger_id = any(?) order by borger_id, organisationstype, kode\
      """;

  /** Returns all guest accesses to several citizens, citizen by citizen. */
  public List<Gaesteadgang> findByBorgere(Collection<Long> borgerIds) {
    return handle
        .createQuery(FIND_BY_BORGERE)
        .bindArray(0, Long.class, borgerIds)
        .map(GAESTEADGANG)
        .list();
  }

  /** Stores a guest access, or the new end of a known one. */
  public void upsert(Gaesteadgang gaesteadgang) {
    upsertAll(List.of(gaesteadgang));
  }

  /** Stores guest accesses, or the new ends of known ones, in one batch. */
  public void upsertAll(List<Gaesteadgang> gaesteadgange) {
    UPSERT.execute(handle, gaesteadgange);
  }
}
