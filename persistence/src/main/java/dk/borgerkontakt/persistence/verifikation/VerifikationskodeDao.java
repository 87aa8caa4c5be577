package dk.borgerkontakt.persistence.verifikation;

import dk.borgerkontakt.persistence.Columns;
import dk.borgerkontakt.persistence.Purge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The verification codes of the last day. A code is live until it is finished or expires; whoever
 * inserts one holds the citizen and has killed the live one before, so there is at most one for a
 * citizen and type.
 */
public final class VerifikationskodeDao {

  private final Handle handle;

  public VerifikationskodeDao(Handle handle) {
    this.handle = handle;
  }

  private static final String INSERT =
      """
      insert into verifikationskode (borger_id, bundet_til, kontaktdata_type, kode_hmac, oprettet,
        udloeber)
      values (?, ?, ?, ?, ?, ?)\
      """;

  /** Stores a new live code and returns its id. */
  public long insert(
      long borgerId, int kontaktdataType, byte[] kodeHmac, Instant oprettet, Instant udloeber) {
    return handle
        .createUpdate(INSERT)
        .bind(0, borgerId)
        .bind(1, borgerId)
        .bind(2, kontaktdataType)
        .bind(3, kodeHmac)
        .bind(4, oprettet)
        .bind(5, udloeber)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(long.class)
        .one();
  }

  private static final String FIND_LIVE =
      """
      select id, kode_hmac, bundet_til, oprettet, udloeber, forsoeg from verifikationskode
      where borger_id = ? and kontaktdata_type = ? and afsluttet is null and udloeber > ?
      order by id desc limit 1\
      """;

  /** Finds the live code of a citizen and type, however many attempts it has had. */
  public Optional<Verifikationskode> findLive(long borgerId, int kontaktdataType, Instant now) {
    return handle
        .createQuery(FIND_LIVE)
        .bind(0, borgerId)
        .bind(1, kontaktdataType)
        .bind(2, now)
        .map(
            (row, context) ->
                new Verifikationskode(
                    row.getLong(1),
                    row.getBytes(2),
                    row.getLong(3),
                    Columns.instant(row, 4),
                    Columns.instant(row, 5),
                    row.getInt(6)))
        .findOne();
  }

  private static final String COUNT_ATTEMPT =
      """
      update verifikationskode set forsoeg = forsoeg + 1, sidste_forsoeg = ?
      where id = ? and forsoeg < ? and afsluttet is null and udloeber > ?\
      """;

  /**
   * Counts an attempt on a live code; returns false if the attempts are used up or the code is no
   * longer live. Of any number of attempts at once no more than {@code maxAttempts} are counted.
   * The count is durable only once the transaction is committed: compare the code after that.
   */
  public boolean countAttempt(long id, int maxAttempts, Instant now) {
    return handle.execute(COUNT_ATTEMPT, now, id, maxAttempts, now) == 1;
  }

  private static final String FINISH =
      """
      update verifikationskode set afsluttet = ?
      where id = ? and afsluttet is null and udloeber > ?\
      """;

  /** Uses a live code up; true for one caller only. */
  public boolean finish(long id, Instant now) {
    return handle.execute(FINISH, now, id, now) == 1;
  }

  private static final String KILL_LIVE =
      """
      update verifikationskode set afsluttet = ?
      where borger_id = ? and kontaktdata_type = ? and afsluttet is null\
      """;

  /** Finishes the live code of a citizen and type, if any; it still counts for the day. */
  public void killLive(long borgerId, int kontaktdataType, Instant now) {
    handle.execute(KILL_LIVE, now, borgerId, kontaktdataType);
  }

  private static final String SENT_SINCE =
      """
      select oprettet from verifikationskode
      where borger_id = ? and kontaktdata_type = ? and oprettet > ? order by oprettet\
      """;

  /** Returns when codes were made for a citizen and type after an instant, oldest first. */
  public List<Instant> sentSince(long borgerId, int kontaktdataType, Instant since) {
    return handle
        .createQuery(SENT_SINCE)
        .bind(0, borgerId)
        .bind(1, kontaktdataType)
        .bind(2, since)
        .map((row, context) -> Columns.instant(row, 1))
        .list();
  }

  private static final String ATTEMPTS_SINCE =
      """
      select coalesce(sum(forsoeg), 0) from verifikationskode
      where borger_id = ? and kontaktdata_type = ? and sidste_forsoeg > ?\
      """;

  /** Returns the attempts on all codes of a citizen and type that were tried after an instant. */
  public int attemptsSince(long borgerId, int kontaktdataType, Instant since) {
    return handle
        .createQuery(ATTEMPTS_SINCE)
        .bind(0, borgerId)
        .bind(1, kontaktdataType)
        .bind(2, since)
        .mapTo(int.class)
        .one();
  }

  private static final Purge PURGE = new Purge("verifikationskode", "oprettet");

  /** Deletes codes made before an instant, live or not, at most so many, and returns how many. */
  public int purgeBefore(Instant instant, int limit) {
    return PURGE.execute(handle, instant, limit);
  }
}
