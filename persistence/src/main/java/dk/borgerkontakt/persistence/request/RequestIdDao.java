package dk.borgerkontakt.persistence.request;

import dk.borgerkontakt.persistence.Dialect;
import dk.borgerkontakt.persistence.Purge;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The request ids that each client has used. */
public final class RequestIdDao {

  private final Handle handle;

  public RequestIdDao(Handle handle) {
    this.handle = handle;
  }

  private static final String SEEN =
      """
      select 1 from request_id where client_id = ? and request_id = ? and modtaget > ?\
      """;

  /** Returns whether a client used an id after an instant. */
  public boolean seen(String clientId, String requestId, Instant since) {
    return handle
        .createQuery(SEEN)
        .bind(0, clientId)
        .bind(1, requestId)
        .bind(2, since)
        .mapTo(int.class)
        .findOne()
        .isPresent();
  }

  private static final String FORGET =
      """
      delete from request_id where client_id = ? and request_id = ? and modtaget <= ?\
      """;

  private static final String TAKE =
      """
      insert into request_id (client_id, request_id, modtaget) values (?, ?, ?)
      on conflict do nothing\
      """;

  private static final String TAKE_ON_POSTGRESQL =
      """
      insert into request_id (client_id, request_id, modtaget) values (?, ?, ?)
      on conflict (client_id, request_id) do update set modtaget = excluded.modtaget
      where request_id.modtaget <= ?\
      """;

  /**
   * Takes an id for a client; returns false if it was taken after {@code since}. Of several callers
   * at once one takes it, and the others wait for the end of its transaction: a rollback frees the
   * id.
   */
  public boolean take(String clientId, String requestId, Instant now, Instant since) {
    if (Dialect.isPostgresql(handle)) {
      return handle.execute(TAKE_ON_POSTGRESQL, clientId, requestId, now, since) == 1;
    }
    handle.execute(FORGET, clientId, requestId, since);
    return handle.execute(TAKE, clientId, requestId, now) == 1;
  }

  private static final Purge PURGE = new Purge("request_id", "modtaget");

  /** Deletes ids used before an instant, at most so many, and returns how many. */
  public int purgeBefore(Instant instant, int limit) {
    return PURGE.execute(handle, instant, limit);
  }
}
