package dk.borgerkontakt.persistence.organisation;

import dk.borgerkontakt.persistence.Rows.Column;
import dk.borgerkontakt.persistence.Upsert;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The registered organisations. */
public final class OrganisationDao {

  private static final Upsert<Organisation> UPSERT =
      new Upsert<>(
          "organisation",
          List.of(
              new Column<>("type", "smallint", Integer.class, Organisation::type),
              new Column<>("kode", "varchar", String.class, Organisation::kode)),
          List.of(new Column<>("navn", "varchar", String.class, Organisation::navn)));

  private final Handle handle;

  public OrganisationDao(Handle handle) {
    this.handle = handle;
  }

  private static final String EXISTS =
      """
      select 1 from organisation where type = ? and kode = ?\
      """;

  /** Returns whether an organisation is registered. */
  public boolean exists(int type, String kode) {
    return handle
        .createQuery(EXISTS)
        .bind(0, type)
        .bind(1, kode)
        .mapTo(int.class)
        .findOne()
        .isPresent();
  }

  /** Stores an organisation, or the new name of a known one. */
  public void upsert(Organisation organisation) {
    upsertAll(List.of(organisation));
  }

  /** Stores organisations, or the new names of known ones, in one batch. */
  public void upsertAll(List<Organisation> organisationer) {
    UPSERT.execute(handle, organisationer);
  }
}
