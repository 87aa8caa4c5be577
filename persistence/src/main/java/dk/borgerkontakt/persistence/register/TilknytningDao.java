package dk.borgerkontakt.persistence.register;

import dk.borgerkontakt.persistence.Columns;
import dk.borgerkontakt.persistence.Rows.Column;
import dk.borgerkontakt.persistence.Upsert;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The citizens' attachments to organisations. */
public final class TilknytningDao {

  private static final RowMapper<Tilknytning> TILKNYTNING =
      (row, context) ->
          new Tilknytning(
              row.getLong(1),
              row.getInt(2),
              row.getString(3),
              Columns.day(row, 4),
              Columns.nullableDay(row, 5));

  private static final Upsert<Tilknytning> UPSERT =
      new Upsert<>(
          "tilknytning",
          List.of(
              new Column<>("borger_id", "bigint", Long.class, Tilknytning::borgerId),
              new Column<>(
                  "organisationstype", "smallint", Integer.class, Tilknytning::organisationstype),
              new Column<>("kode", "varchar", String.class, Tilknytning::kode),
              new Column<>("fra", "date", LocalDate.class, Tilknytning::fra)),
          List.of(new Column<>("til", "date", LocalDate.class, Tilknytning::til)));

  private final Handle handle;

  public TilknytningDao(Handle handle) {
    this.handle = handle;
  }

  private static final String FIND_BY_BORGER =
      """
      select borger_id, organisationstype, kode, fra, til from tilknytning
      where borger_id = ? order by organisationstype, kode, fra\
      """;

  /** Returns all attachments of a citizen, past and future ones too. */
  public List<Tilknytning> findByBorger(long borgerId) {
    return handle.createQuery(FIND_BY_BORGER).bind(0, borgerId).map(TILKNYTNING).list();
  }

  private static final String FIND_BY_BORGERE =
      """
      select borger_id, organisationstype, kode, fra, til from tilknytning
      where borger_id = any(?) order by borger_id, organisationstype, kode, fra\
      """;

  /** Returns all attachments of several citizens, citizen by citizen. */
  public List<Tilknytning> findByBorgere(Collection<Long> borgerIds) {
    return handle
        .createQuery(FIND_BY_BORGERE)
        .bindArray(0, Long.class, borgerIds)
        .map(TILKNYTNING)
        .list();
  }

  /** Stores an attachment, or the new end of a known one. */
  public void upsert(Tilknytning tilknytning) {
    upsertAll(List.of(tilknytning));
  }

  /** Stores attachments, or the new ends of known ones, in one batch. */
  public void upsertAll(List<Tilknytning> tilknytninger) {
    UPSERT.execute(handle, tilknytninger);
  }

  private static final String MOVE =
      """
      update tilknytning set fra = ?, til = ?
      where borger_id = ? and organisationstype = ? and kode = ? and fra = ?\
      """;

  /** Gives an attachment other days. */
  public void move(Tilknytning from, LocalDate fra, LocalDate til) {
    handle.execute(
        MOVE, fra, til, from.borgerId(), from.organisationstype(), from.kode(), from.fra());
  }
}
