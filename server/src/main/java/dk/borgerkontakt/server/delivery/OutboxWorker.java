package dk.borgerkontakt.server.delivery;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.outbox.ClaimedMessage;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import dk.borgerkontakt.server.outbox.Carrier;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the outbox has for one channel: when woken, and every second. Several processes may do
 * so on one database. A message is sent at least once as long as it is worth sending; one that
 * fails is tried again, at growing intervals, and one that hangs takes a single sender with it. A
 * gateway that takes nothing is asked a few times a second.
 */
final class OutboxWorker {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration LEASE = Duration.ofMinutes(1);

  /**
   * What is left of a lease when the last send begins: half a minute for that, 2 seconds for a
   * connection to the database and 5 for a lock there; the rest for clocks that differ.
   */
  private static final Duration RESERVE = Duration.ofSeconds(50);

  private final Kanal kanal;
  private final Pace gateway;
  private final Database database;
  private final Outbox outbox;
  private final Delivery delivery;
  private final Clock clock;
  private final Senders senders;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private boolean failing;

  /** A worker that begins when it is started. */
  OutboxWorker(Carrier carrier, Database database, Outbox outbox, Delivery delivery, Clock clock) {
    this.kanal = carrier.kanal();
    this.gateway = new Pace(carrier.sender(), 2 * carrier.parallel());
    this.database = database;
    this.outbox = outbox;
    this.delivery = delivery;
    this.clock = clock;
    String name = "outbox-" + kanal.name().toLowerCase(Locale.ROOT);
    senders = new Senders(name, carrier.parallel());
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  Kanal kanal() {
    return kanal;
  }

  /** Whether the gateway takes nothing at the moment. */
  boolean isGatewayClosed() {
    return gateway.isClosed();
  }

  /** Sends no more; what is being sent goes on. */
  void stop() {
    closing.countDown();
    outbox.wake();
  }

  /**
   * Lets the messages that are being sent be finished.
   *
   * @param deadline by {@link System#nanoTime}, for those that take too long
   */
  void close(long deadline) {
    try {
      thread.join(Math.max(1, left(deadline).toMillis()));
      senders.close(left(deadline));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    gateway.close();
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(deadline - System.nanoTime());
  }

  private void run() {
    try {
      while (!isClosing()) {
        int free = senders.awaitRoom(POLL);
        if (free > 0 && claim(free) < free) {
          outbox.awaitWakeUp(kanal, POLL);
        }
        if (gateway.isClosed()) {
          // Woken by the end alone: what was enqueued now would knock in vain, too.
          closing.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      LOG.warn("The outbox is no longer worked off: its thread was interrupted");
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Hands as many messages as there is room for to the senders; how many there were. */
  private int claim(int room) {
    Instant now = clock.instant();
    Instant leaseUntil = now.plus(LEASE);
    List<ClaimedMessage> batch;
    try {
      batch =
          database.inTransaction(
              handle -> new OutboxDao(handle).claim(kanal.name(), now, leaseUntil, room));
      noteSuccess();
    } catch (Throwable e) {
      // The thread has to live on: a database comes back, and nobody would send what waits.
      noteFailure(e);
      batch = List.of();
    }
    senders.giveBack(room - batch.size());
    Instant lastStart = leaseUntil.minus(RESERVE);
    batch.forEach(
        claimed ->
            senders.send(
                claimed.id(), () -> isDelivered(claimed, lastStart), () -> giveBack(claimed)));
    return batch.size();
  }

  /** Whether there was time for it, whatever became of it. */
  private boolean isDelivered(ClaimedMessage claimed, Instant lastStart) {
    if (isClosing() || clock.instant().isAfter(lastStart)) {
      return false;
    }
    try {
      delivery.deliver(claimed, gateway);
    } catch (Throwable e) {
      tellUnnoted(claimed, e);
    }
    return true;
  }

  private void giveBack(ClaimedMessage claimed) {
    try {
      delivery.release(claimed);
    } catch (RuntimeException e) {
      tellUnnoted(claimed, e);
    }
  }

  /** The lease ends by itself, and the message is due again. */
  private static void tellUnnoted(ClaimedMessage claimed, Throwable e) {
    LOG.error("What became of message {} can't be noted: {}", claimed.id(), e.getClass().getName());
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
