package dk.borgerkontakt.persistence.verifikation;

import dk.borgerkontakt.persistence.Columns;
import dk.borgerkontakt.persistence.Purge;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The pause between two codes to one address, whoever's it is. Addresses are keyed hashes. */
public final class KontaktpauseDao {

  private final Handle handle;

  public KontaktpauseDao(Handle handle) {
    this.handle = handle;
  }

  private static final String INSERT =
      """
      insert into kontaktpause (adresse_hmac, seneste) values (?, ?) on conflict do nothing\
      """;

  private static final String RENEW =
      """
      update kontaktpause set seneste = ? where adresse_hmac = ? and seneste <= ?\
      """;

  private static final String FIND =
      """
      select seneste from kontaktpause where adresse_hmac = ?\
      """;

  /**
   * Takes the turn to send a code to an address now. Returns empty if the turn was taken; else the
   * instant of the last code, because the cool-down from it is not over. Of several callers at once
   * one takes it; a rollback gives it back.
   */
  public Optional<Instant> tryTake(byte[] adresseHmac, Instant now, Duration coolDown) {
    if (handle.execute(INSERT, adresseHmac, now) == 1
        || handle.execute(RENEW, now, adresseHmac, now.minus(coolDown)) == 1) {
      return Optional.empty();
    }
    return handle
        .createQuery(FIND)
        .bind(0, adresseHmac)
        .map((row, context) -> Columns.instant(row, 1))
        .findOne()
        // Purged in between: the next try takes it.
        .or(() -> Optional.of(now));
  }

  private static final Purge PURGE = new Purge("kontaktpause", "seneste");

  /** Deletes pauses that began before an instant, at most so many, and returns how many. */
  public int purgeBefore(Instant instant, int limit) {
    return PURGE.execute(handle, instant, limit);
  }
}
