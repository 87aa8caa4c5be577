package dk.borgerkontakt.server.outbox;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.outbox.ClaimedMessage;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox, on a thread of its own: when woken, and every second. Several
 * processes may do so on one database. A message is sent at least once as long as it is worth
 * sending; one that fails is tried again, at growing intervals, and holds up no other.
 */
public final class OutboxWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration LEASE = Duration.ofMinutes(1);

  /** What is left of a lease when the last send begins. */
  private static final Duration RESERVE = Duration.ofSeconds(30);

  private static final int BATCH = 5;
  private static final Duration CLOSING = Duration.ofSeconds(30);

  private final Database database;
  private final Outbox outbox;
  private final Clock clock;
  private final Delivery delivery;
  private final Thread thread = new Thread(this::run, "outbox");
  private volatile boolean closing;
  private boolean failing;

  /** A worker that begins when it is started. */
  public OutboxWorker(
      Database database, Outbox outbox, MessageSender sender, Clock clock, RandomGenerator random) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
    this.delivery = new Delivery(database, outbox, sender, clock, random);
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** How many messages this process has sent. */
  public long sent() {
    return delivery.sent.sum();
  }

  /** How many it has dropped because they would have arrived dead. */
  public long dropped() {
    return delivery.dropped.sum();
  }

  /** How many attempts have failed. */
  public long failed() {
    return delivery.failed.sum();
  }

  /**
   * Lets the message that is being sent be finished, for up to half a minute, and sends no more.
   */
  @Override
  public void close() {
    closing = true;
    outbox.wake();
    try {
      thread.join(CLOSING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closing) {
        if (!workOff()) {
          outbox.awaitWakeUp(POLL);
        }
      }
    } catch (InterruptedException e) {
      LOG.warn("The outbox is no longer worked off: its thread was interrupted");
    }
  }

  /** Handles one batch; true if there may be more. */
  private boolean workOff() {
    try {
      List<ClaimedMessage> batch = claim();
      noteSuccess();
      return batch.size() == BATCH;
    } catch (Throwable e) {
      // The thread has to live on: a database comes back, and nobody would send what waits.
      noteFailure(e);
      return false;
    }
  }

  private List<ClaimedMessage> claim() {
    Instant now = clock.instant();
    Instant leaseUntil = now.plus(LEASE);
    List<ClaimedMessage> batch =
        database.inTransaction(handle -> new OutboxDao(handle).claim(now, leaseUntil, BATCH));
    Instant lastStart = leaseUntil.minus(RESERVE);
    for (ClaimedMessage claimed : batch) {
      if (closing || clock.instant().isAfter(lastStart)) {
        delivery.release(claimed);
      } else {
        delivery.deliver(claimed);
      }
    }
    return batch;
  }

  private void noteFailure(Throwable e) {
    if (!failing) {
      LOG.error("The outbox can't be worked off: {}", e.getClass().getName());
    }
    failing = true;
  }

  private void noteSuccess() {
    if (failing) {
      LOG.info("The outbox is worked off again");
    }
    failing = false;
  }
}
