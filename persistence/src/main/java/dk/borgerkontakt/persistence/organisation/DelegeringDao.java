package dk.borgerkontakt.persistence.organisation;

import dk.borgerkontakt.persistence.Columns;
import dk.borgerkontakt.persistence.Rows.Column;
import dk.borgerkontakt.persistence.Upsert;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The delegations from job centres to other actors. */
public final class DelegeringDao {

  private static final Upsert<Delegering> UPSERT =
      new Upsert<>(
          "delegering",
          List.of(
              new Column<>("cvr", "varchar", String.class, Delegering::cvr),
              new Column<>("jobcenterkode", "varchar", String.class, Delegering::jobcenterkode),
              new Column<>("fra", "date", LocalDate.class, Delegering::fra)),
          List.of(new Column<>("til", "date", LocalDate.class, Delegering::til)));

  private final Handle handle;

  public DelegeringDao(Handle handle) {
    this.handle = handle;
  }

  private static final String FIND =
      """
      select cvr, jobcenterkode, fra, til from delegering
      where cvr = ? and jobcenterkode = ? order by fra\
      """;

  /** Returns all delegations from a job centre to an actor, past and future ones too. */
  public List<Delegering> find(String cvr, String jobcenterkode) {
    return handle
        .createQuery(FIND)
        .bind(0, cvr)
        .bind(1, jobcenterkode)
        .map(
            (row, context) ->
                new Delegering(
                    row.getString(1),
                    row.getString(2),
                    Columns.day(row, 3),
                    Columns.nullableDay(row, 4)))
        .list();
  }

  /** Stores a delegation, or the new end of a known one. */
  public void upsert(Delegering delegering) {
    upsertAll(List.of(delegering));
  }

  /** Stores delegations, or the new ends of known ones, in one batch. */
  public void upsertAll(List<Delegering> delegeringer) {
    UPSERT.execute(handle, delegeringer);
  }
}
