package dk.borgerkontakt.server.outbox;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.outbox.ClaimedMessage;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with one claimed message. Exceptions are told by type alone: texts may quote it. */
final class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  final LongAdder sent = new LongAdder();
  final LongAdder dropped = new LongAdder();
  final LongAdder failed = new LongAdder();

  private final Database database;
  private final Outbox outbox;
  private final MessageSender sender;
  private final Clock clock;
  private final BackOff backOff;

  Delivery(
      Database database, Outbox outbox, MessageSender sender, Clock clock, RandomGenerator random) {
    this.database = database;
    this.outbox = outbox;
    this.sender = sender;
    this.clock = clock;
    this.backOff = new BackOff(random);
  }

  /** Sends the message, drops it if it would arrive dead, or puts it back for later. */
  void deliver(ClaimedMessage claimed) {
    Instant now = clock.instant();
    if (!claimed.live() || !now.isBefore(claimed.udloeber())) {
      useDao(dao -> dao.dropped(claimed.id(), now));
      dropped.increment();
      LOG.info("Message {} dropped: its code is dead", claimed.id());
      return;
    }
    try {
      sender.send(outbox.open(claimed), claimed.udloeber());
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      retry(claimed, e);
      return;
    }
    // Should this fail, the message is sent again when the lease ends: twice is better than never.
    useDao(dao -> dao.sent(claimed.id(), clock.instant()));
    sent.increment();
  }

  /** Gives a message back that there was no time for. */
  void release(ClaimedMessage claimed) {
    useDao(dao -> dao.retryAt(claimed.id(), clock.instant()));
  }

  private void retry(ClaimedMessage claimed, Exception reason) {
    LOG.warn(
        "Message {} by {} not sent, attempt {}: {}",
        claimed.id(),
        claimed.kanal(),
        claimed.forsoeg(),
        reason.getClass().getName());
    Instant next = clock.instant().plus(backOff.after(claimed.forsoeg()));
    // At its end it is due once more, to be dropped and erased.
    Instant due = next.isBefore(claimed.udloeber()) ? next : claimed.udloeber();
    useDao(dao -> dao.retryAt(claimed.id(), due));
    failed.increment();
  }

  private void useDao(Consumer<OutboxDao> work) {
    database.useTransaction(handle -> work.accept(new OutboxDao(handle)));
  }
}
