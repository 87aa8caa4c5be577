package dk.borgerkontakt.persistence.outbox;

import dk.borgerkontakt.persistence.Columns;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The messages that are to be sent, and for a while those that were sent or dropped. */
public final class OutboxDao {

  private static final int SENT = 1;
  private static final int DROPPED = 2;

  private static final RowMapper<ClaimedMessage> CLAIMED =
      (row, context) ->
          new ClaimedMessage(
              row.getObject(1, UUID.class),
              row.getString(2),
              row.getBytes(3),
              Columns.instant(row, 4),
              row.getInt(5),
              row.getBoolean(6));

  private final Handle handle;

  public OutboxDao(Handle handle) {
    this.handle = handle;
  }

  private static final String INSERT =
      """
      insert into outbox (id, verifikationskode_id, kanal, indhold, oprettet, udloeber,
        naeste_forsoeg)
      values (?, ?, ?, ?, ?, ?, ?)\
      """;

  /** Queues a message; it is due at once. */
  public void insert(OutboxMessage message) {
    handle
        .createUpdate(INSERT)
        .bind(0, message.id())
        .bind(1, message.verifikationskodeId())
        .bind(2, message.kanal())
        .bind(3, message.indhold())
        .bind(4, message.oprettet())
        .bind(5, message.udloeber())
        .bind(6, message.oprettet())
        .execute();
  }

  private static final String SELECT_DUE =
      """
      select id, kanal, indhold, udloeber, forsoeg + 1,
        udloeber > ? and (verifikationskode_id is null or exists (
          select 1 from verifikationskode v
          where v.id = outbox.verifikationskode_id and v.afsluttet is null and v.udloeber > ?))
      from outbox
      where tilstand = 0 and naeste_forsoeg <= ?
      order by naeste_forsoeg limit ? for update skip locked\
      """;

  private static final String LEASE =
      """
      update outbox set naeste_forsoeg = ?, forsoeg = forsoeg + 1 where id = ?\
      """;

  /**
   * Claims due messages, the longest waiting first, in a transaction of its own: once that is
   * committed they are the caller's until {@code leaseUntil}; then they are due again. No message
   * goes to two callers. PostgreSQL skips what another caller is claiming; H2 locks all that is due
   * for the moment, so there a second caller may get nothing while messages wait.
   */
  public List<ClaimedMessage> claim(Instant now, Instant leaseUntil, int limit) {
    List<ClaimedMessage> due =
        handle
            .createQuery(SELECT_DUE)
            .bind(0, now)
            .bind(1, now)
            .bind(2, now)
            .bind(3, limit)
            .map(CLAIMED)
            .list();
    if (!due.isEmpty()) {
      lease(due, leaseUntil);
    }
    return due;
  }

  private void lease(List<ClaimedMessage> messages, Instant until) {
    try (PreparedBatch batch = handle.prepareBatch(LEASE)) {
      messages.forEach(message -> batch.bind(0, until).bind(1, message.id()).add());
      batch.execute();
    }
  }

  private static final String FINISH =
      """
      update outbox set tilstand = ?, afsluttet = ?, indhold = null where id = ? and tilstand = 0\
      """;

  /** Marks a message as sent and erases its content; false if it was finished before. */
  public boolean sent(UUID id, Instant now) {
    return handle.execute(FINISH, SENT, now, id) == 1;
  }

  /** Marks a message as not to be sent and erases its content; false if it was finished before. */
  public boolean dropped(UUID id, Instant now) {
    return handle.execute(FINISH, DROPPED, now, id) == 1;
  }

  private static final String RETRY_AT =
      """
      update outbox set naeste_forsoeg = ? where id = ? and tilstand = 0\
      """;

  /** Makes a claimed message due at another time than the end of its lease. */
  public void retryAt(UUID id, Instant instant) {
    handle.execute(RETRY_AT, instant, id);
  }

  private static final String DEPTH =
      """
      select count(*) from outbox where tilstand = 0 and udloeber > ?\
      """;

  /** Returns how many messages wait to be sent and have not expired, claimed ones included. */
  public long depth(Instant now) {
    return handle.createQuery(DEPTH).bind(0, now).mapTo(long.class).one();
  }

  private static final String PURGE =
      """
      delete from outbox where tilstand <> 0 and afsluttet < ?\
      """;

  /** Deletes the messages that were sent or dropped before an instant, and returns how many. */
  public int purgeBefore(Instant instant) {
    return handle.execute(PURGE, instant);
  }
}
