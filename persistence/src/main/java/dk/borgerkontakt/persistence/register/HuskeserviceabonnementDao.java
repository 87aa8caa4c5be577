package dk.borgerkontakt.persistence.register;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The citizens' reminder subscriptions. */
public final class HuskeserviceabonnementDao {

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

  private static final String INSERT =
      """
      insert into huskeserviceabonnement (borger_id, kanal) values (?, ?) on conflict do nothing\
      """;

  /** Stores subscriptions in one batch; those that are known stay as they are. */
  public void upsertAll(List<Huskeserviceabonnement> abonnementer) {
    try (PreparedBatch batch = handle.prepareBatch(INSERT)) {
      abonnementer.forEach(row -> batch.bind(0, row.borgerId()).bind(1, row.kanal()).add());
      batch.execute();
    }
  }
}
