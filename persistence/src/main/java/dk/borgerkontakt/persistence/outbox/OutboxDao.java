package dk.borgerkontakt.persistence.outbox;

import dk.borgerkontakt.persistence.Columns;
import dk.borgerkontakt.persistence.Dialect;
import dk.borgerkontakt.persistence.Purge;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The messages that wait to be sent: queued, claimed, and on their way out of the queue. */
public final class OutboxDao {

  /** For so many that claim at the same moment there is enough to look at. */
  private static final int CALLERS = 4;

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
      insert into outbox (id, borger_id, kontaktdata_type, adresse_hmac, verifikationskode_id,
        kanal, indhold, oprettet, udloeber, naeste_forsoeg)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  /** Queues a message; it is due at once. */
  public void insert(OutboxMessage message) {
    Origin origin = message.origin();
    handle
        .createUpdate(INSERT)
        .bind(0, message.id())
        .bind(1, origin.borgerId())
        .bind(2, origin.kontaktdataType())
        .bind(3, origin.adresseHmac())
        .bind(4, origin.verifikationskodeId())
        .bind(5, message.kanal())
        .bind(6, message.indhold())
        .bind(7, message.oprettet())
        .bind(8, message.udloeber())
        .bind(9, message.oprettet())
        .execute();
  }

  private static final String FIND_DUE =
      """
      select id from outbox where tilstand = 0 and kanal = ? and naeste_forsoeg <= ?
      order by tilstand, kanal, naeste_forsoeg limit ?\
      """;

  private static final String LOCK_DUE =
      """
      select id, kanal, indhold, udloeber, forsoeg + 1,
        udloeber > ? and (verifikationskode_id is null or exists (
          select 1 from verifikationskode v
          where v.id = outbox.verifikationskode_id and v.afsluttet is null and v.udloeber > ?))
      from outbox
      where id = any(?) and tilstand = 0 and naeste_forsoeg <= ?
      order by naeste_forsoeg limit ? for update skip locked\
      """;

  private static final String LEASE =
      """
      update outbox set naeste_forsoeg = ?, forsoeg = forsoeg + 1 where id = ?\
      """;

  private static final String CLAIM_ON_POSTGRESQL =
      """
      with due as (
        select id, naeste_forsoeg from outbox
        where tilstand = 0 and kanal = ? and naeste_forsoeg <= ?
        order by naeste_forsoeg limit ? for update skip locked
      ), leased as (
        update outbox set naeste_forsoeg = ?, forsoeg = forsoeg + 1 from due
        where outbox.id = due.id
        returning outbox.*, due.naeste_forsoeg as ventet_siden
      )
      select id, kanal, indhold, udloeber, forsoeg,
        udloeber > ? and (verifikationskode_id is null or exists (
          select 1 from verifikationskode v
          where v.id = leased.verifikationskode_id and v.afsluttet is null and v.udloeber > ?))
      from leased order by ventet_siden\
      """;

  /**
   * Claims due messages of a channel, the longest waiting first, in a transaction of its own: once
   * that is committed they are the caller's until {@code leaseUntil}; then they are due again. No
   * message goes to two callers. PostgreSQL skips what another caller is claiming; H2 locks every
   * candidate for the moment, so there a second caller may get nothing while messages wait.
   */
  public List<ClaimedMessage> claim(String kanal, Instant now, Instant leaseUntil, int limit) {
    if (Dialect.isPostgresql(handle)) {
      return claimAtOnce(kanal, now, leaseUntil, limit);
    }
    List<UUID> candidates = findDue(kanal, now, CALLERS * limit);
    if (candidates.isEmpty()) {
      return List.of();
    }
    List<ClaimedMessage> due =
        handle
            .createQuery(LOCK_DUE)
            .bind(0, now)
            .bind(1, now)
            .bindArray(2, UUID.class, candidates)
            .bind(3, now)
            .bind(4, limit)
            .map(CLAIMED)
            .list();
    if (!due.isEmpty()) {
      lease(due, leaseUntil);
    }
    return due;
  }

  private List<ClaimedMessage> claimAtOnce(
      String kanal, Instant now, Instant leaseUntil, int limit) {
    return handle
        .createQuery(CLAIM_ON_POSTGRESQL)
        .bind(0, kanal)
        .bind(1, now)
        .bind(2, limit)
        .bind(3, leaseUntil)
        .bind(4, now)
        .bind(5, now)
        .map(CLAIMED)
        .list();
  }

  /** By itself, because H2 would lock all that is due, however few are asked for. */
  private List<UUID> findDue(String kanal, Instant now, int limit) {
    return handle
        .createQuery(FIND_DUE)
        .bind(0, kanal)
        .bind(1, now)
        .bind(2, limit)
        .mapTo(UUID.class)
        .list();
  }

  private void lease(List<ClaimedMessage> messages, Instant until) {
    try (PreparedBatch batch = handle.prepareBatch(LEASE)) {
      messages.forEach(message -> batch.bind(0, until).bind(1, message.id()).add());
      batch.execute();
    }
  }

  private static final String FINISH =
      """
      update outbox set tilstand = ?, afsluttet = ?, gateway_id = ?, gateway_kode = ?,
        indhold = null
      where id = ? and tilstand = 0\
      """;

  /**
   * Marks a message as taken over by the gateway and erases its content; false if it was finished
   * before.
   *
   * @param gatewayId the gateway's name for it, up to 100 characters, null if it gave none
   */
  public boolean sent(UUID id, Instant now, @Nullable String gatewayId) {
    return handle.execute(FINISH, MessageState.SENT.column(), now, gatewayId, null, id) == 1;
  }

  /** Marks a message as not to be sent and erases its content; false if it was finished before. */
  public boolean dropped(UUID id, Instant now) {
    return handle.execute(FINISH, MessageState.DROPPED.column(), now, null, null, id) == 1;
  }

  /**
   * Marks a message as refused by the gateway and erases its content; false if it was finished
   * before.
   *
   * @param gatewayKode the gateway's reason, up to 40 characters
   */
  public boolean refused(UUID id, Instant now, String gatewayKode) {
    return handle.execute(FINISH, MessageState.FAILED.column(), now, null, gatewayKode, id) == 1;
  }

  private static final String RETRY_AT =
      """
      update outbox set naeste_forsoeg = ? where id = ? and tilstand = 0 and forsoeg = ?\
      """;

  /**
   * Makes a claimed message due at another time than the end of its lease; false if it was finished
   * or, since the lease has ended, claimed anew: then it is not the caller's any more.
   */
  public boolean retryAt(ClaimedMessage claimed, Instant instant) {
    return handle.execute(RETRY_AT, instant, claimed.id(), claimed.forsoeg()) == 1;
  }

  private static final String DEPTH_BY_CHANNEL =
      """
      select kanal, count(*), min(oprettet) from outbox where tilstand = 0 and udloeber > ?
      group by kanal\
      """;

  private static final RowMapper<QueueDepth> QUEUE_DEPTH =
      (row, context) -> new QueueDepth(row.getString(1), row.getLong(2), Columns.instant(row, 3));

  /**
   * Returns how many messages of each channel wait to be sent and have not expired, claimed ones
   * included; a channel without any is left out.
   */
  public List<QueueDepth> depthByChannel(Instant now) {
    return handle.createQuery(DEPTH_BY_CHANNEL).bind(0, now).map(QUEUE_DEPTH).list();
  }

  private static final Purge PURGE = new Purge("outbox", "afsluttet");

  /**
   * Deletes messages that left the queue before an instant, at most so many, and returns how many.
   */
  public int purgeBefore(Instant instant, int limit) {
    return PURGE.execute(handle, instant, limit);
  }
}
