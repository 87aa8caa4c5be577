package dk.borgerkontakt.server.outbox;

import dk.borgerkontakt.persistence.outbox.ClaimedMessage;
import dk.borgerkontakt.persistence.outbox.Origin;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import dk.borgerkontakt.persistence.outbox.OutboxMessage;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
  private final MessageTraces traces = new MessageTraces();
  private final Map<Kanal, Semaphore> wakeUps = new ConcurrentHashMap<>();

  /**
   * @param key 256 bits, the same in all processes that share a database
   */
  public Outbox(SecretKey key, SecureRandom random) {
    this.cipher = new MessageCipher(key, random);
  }

  /**
   * Takes a message over, in the caller's transaction. It is dropped instead of sent once the code
   * that it brings is used, replaced or otherwise dead, or at this instant.
   */
  public void enqueue(Handle handle, Message message, Origin origin, Instant udloeber) {
    traces.note(message.id());
    new OutboxDao(handle)
        .insert(
            new OutboxMessage(
                message.id(),
                origin,
                message.kanal().name(),
                cipher.encrypt(message),
                message.oprettet(),
                udloeber));
  }

  /** In whose trace each message was made. */
  public MessageTraces traces() {
    return traces;
  }

  /** To be called after the commit: the message goes out now instead of within a second. */
  public void wake() {
    for (Kanal kanal : Kanal.values()) {
      wakeUp(kanal).release();
    }
  }

  /** Waits until something was enqueued by this process, for so long at most. */
  public void awaitWakeUp(Kanal kanal, Duration atMost) throws InterruptedException {
    Semaphore wakeUp = wakeUp(kanal);
    if (wakeUp.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      wakeUp.drainPermits();
    }
  }

  private Semaphore wakeUp(Kanal kanal) {
    return wakeUps.computeIfAbsent(kanal, one -> new Semaphore(0));
  }

  /** The message in a row; throws if it is not what was enqueued under this key. */
  public Message open(ClaimedMessage claimed) throws GeneralSecurityException, IOException {
    return cipher.decrypt(claimed.id(), claimed.indhold());
  }
}
