package dk.borgerkontakt.server.delivery;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.outbox.ClaimedMessage;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import dk.borgerkontakt.server.outbox.Carrier;
import dk.borgerkontakt.server.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the outbox has for one channel: when woken, and every second. Several processes may do
 * so on one database. A message is sent at least once as long as it is worth sending; one that
 * fails is tried again, at growing intervals, and one that hangs takes a single sender with it.
 */
public final class OutboxWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration LEASE = Duration.ofMinutes(1);

  /** What is left of a lease when the last send begins: a send takes half a minute at most. */
  private static final Duration RESERVE = Duration.ofSeconds(45);

  private static final Duration CLOSING = Duration.ofSeconds(35);

  private final Carrier carrier;
  private final Database database;
  private final Outbox outbox;
  private final Delivery delivery;
  private final Clock clock;
  private final Senders senders;
  private final Thread thread;
  private volatile boolean closing;
  private boolean failing;

  /** A worker that begins when it is started. */
  OutboxWorker(Carrier carrier, Database database, Outbox outbox, Delivery delivery, Clock clock) {
    this.carrier = carrier;
    this.database = database;
    this.outbox = outbox;
    this.delivery = delivery;
    this.clock = clock;
    String name = "outbox-" + carrier.kanal().name().toLowerCase(Locale.ROOT);
    senders = new Senders(name, carrier.parallel());
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Sends no more; what is being sent goes on. */
  void stop() {
    closing = true;
    outbox.wake();
  }

  /** Lets the messages that are being sent be finished. */
  @Override
  public void close() {
    stop();
    try {
      thread.join(CLOSING.toMillis());
      senders.close(CLOSING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    carrier.sender().close();
  }

  private void run() {
    try {
      while (!closing) {
        int free = senders.awaitRoom();
        int claimed = claim(free);
        if (claimed < free) {
          outbox.awaitWakeUp(carrier.kanal(), POLL);
        }
      }
    } catch (InterruptedException e) {
      LOG.warn("The outbox is no longer worked off: its thread was interrupted");
    }
  }

  /** Hands as many messages as there is room for to the senders; how many there were. */
  private int claim(int room) {
    Instant now = clock.instant();
    Instant leaseUntil = now.plus(LEASE);
    List<ClaimedMessage> batch;
    try {
      batch =
          database.inTransaction(
              handle -> new OutboxDao(handle).claim(carrier.kanal().name(), now, leaseUntil, room));
      noteSuccess();
    } catch (Throwable e) {
      // The thread has to live on: a database comes back, and nobody would send what waits.
      noteFailure(e);
      batch = List.of();
    }
    senders.giveBack(room - batch.size());
    Instant lastStart = leaseUntil.minus(RESERVE);
    batch.forEach(claimed -> senders.send(() -> deliver(claimed, lastStart)));
    return batch.size();
  }

  private void deliver(ClaimedMessage claimed, Instant lastStart) {
    try {
      if (closing || clock.instant().isAfter(lastStart)) {
        delivery.release(claimed);
      } else {
        delivery.deliver(claimed, carrier.sender());
      }
    } catch (Throwable e) {
      // The lease ends by itself, and the message is due again.
      LOG.error(
          "What became of message {} can't be noted: {}", claimed.id(), e.getClass().getName());
    }
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
