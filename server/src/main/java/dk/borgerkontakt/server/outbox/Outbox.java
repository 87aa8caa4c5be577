package dk.borgerkontakt.server.outbox;

import dk.borgerkontakt.persistence.outbox.ClaimedMessage;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import dk.borgerkontakt.persistence.outbox.OutboxMessage;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import org.jdbi.v3.core.Handle;

/**
 * Messages on their way out. One that is enqueued is sent if and only if the transaction commits,
 * whatever becomes of this process; in the database it is encrypted. Safe for use by several
 * threads.
 */
public final class Outbox {

  /** The name that the key's algorithm has in Java. */
  public static final String ALGORITHM = "AES";

  private final MessageCipher cipher;
  private final Semaphore wakeUps = new Semaphore(0);

  /**
   * @param key 256 bits, the same in all processes that share a database
   */
  public Outbox(SecretKey key, SecureRandom random) {
    this.cipher = new MessageCipher(key, random);
  }

  /**
   * Takes a message over, in the caller's transaction. It is dropped instead of sent once the code
   * is used, replaced or otherwise dead, or at this instant.
   */
  public void enqueue(Handle handle, Message message, long verifikationskodeId, Instant udloeber) {
    new OutboxDao(handle)
        .insert(
            new OutboxMessage(
                message.id(),
                verifikationskodeId,
                message.kanal().name(),
                cipher.encrypt(message),
                message.oprettet(),
                udloeber));
  }

  /** To be called after the commit: the message goes out now instead of within a second. */
  public void wake() {
    wakeUps.release();
  }

  void awaitWakeUp(Duration atMost) throws InterruptedException {
    if (wakeUps.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      wakeUps.drainPermits();
    }
  }

  Message open(ClaimedMessage claimed) throws GeneralSecurityException, IOException {
    return cipher.decrypt(claimed.id(), claimed.indhold());
  }
}
