package dk.borgerkontakt.persistence.register;

import dk.borgerkontakt.persistence.Rows.Column;
import dk.borgerkontakt.persistence.Upsert;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The citizens' reminder subscriptions. */
public final class HuskeserviceabonnementDao {

  private static final Upsert<Huskeserviceabonnement> UPSERT =
      new Upsert<>(
          "huskeserviceabonnement",
          List.of(
              new Column<>("borger_id", "bigint", Long.class, Huskeserviceabonnement::borgerId),
              new Column<>("kanal", "varchar", String.class, Huskeserviceabonnement::kanal)),
          List.of());

  private final Handle handle;

  public HuskeserviceabonnementDao(Handle handle) {
    this.handle = handle;
  }

  private static final String EXISTS =
      """
      select 1 from huskeserviceabonnement where borger_id = ? and kanal = ?\
      """;

  /** Returns whether a citizen is reminded by a channel. */
  public boolean exists(long borgerId, String kanal) {
    return handle
        .createQuery(EXISTS)
        .bind(0, borgerId)
        .bind(1, kanal)
        .mapTo(int.class)
        .findOne()
        .isPresent();
  }

  /** Stores a subscription; one that is known stays as it is. */
  public void upsert(Huskeserviceabonnement abonnement) {
    upsertAll(List.of(abonnement));
  }

  /** Stores subscriptions in one batch; those that are known stay as they are. */
  public void upsertAll(List<Huskeserviceabonnement> abonnementer) {
    UPSERT.execute(handle, abonnementer);
  }
}
