package dk.borgerkontakt.persistence.register;

import dk.borgerkontakt.persistence.Columns;
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
          """
          insert into gaesteadgang (borger_id, organisationstype, kode, udloeber)
          values (?, ?, ?, ?) on conflict do nothing\
          """,
          (batch, row) ->
              batch
                  .bind(0, row.borgerId())
                  .bind(1, row.organisationstype())
                  .bind(2, row.kode())
                  .bindByType(3, row.udloeber(), LocalDate.class),
          """
          update gaesteadgang set udloeber = ?
          where borger_id = ? and organisationstype = ? and kode = ?
            and udloeber is distinct from ?\
          """,
          (batch, row) ->
              batch
                  .bindByType(0, row.udloeber(), LocalDate.class)
                  .bind(1, row.borgerId())
                  .bind(2, row.organisationstype())
                  .bind(3, row.kode())
                  .bindByType(4, row.udloeber(), LocalDate.class));

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
