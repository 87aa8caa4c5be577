package dk.borgerkontakt.server.delivery;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseException;
import dk.borgerkontakt.persistence.outbox.ClaimedMessage;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import dk.borgerkontakt.server.outbox.BackOff;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.MessageSender;
import dk.borgerkontakt.server.outbox.NotTakenException;
import dk.borgerkontakt.server.outbox.Outbox;
import dk.borgerkontakt.server.outbox.Outcome;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with one claimed message. What others say of it is not logged: it may quote. */
final class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private static final Duration NOTING_PAUSE = Duration.ofSeconds(1);

  /** For what is no outage, as a database that is read-only while another one takes its place. */
  private static final int NOTING_ATTEMPTS = 10;

  private final Database database;
  private final Outbox outbox;
  private final Ledger ledger;
  private final Tally tally;
  private final BackOff backOff;
  private final Clock clock;

  Delivery(
      Database database, Outbox outbox, Ledger ledger, Tally tally, BackOff backOff, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.ledger = ledger;
    this.tally = tally;
    this.backOff = backOff;
    this.clock = clock;
  }

  /** Sends the message, drops it if it would arrive dead, or puts it back for later. */
  void deliver(ClaimedMessage claimed, MessageSender sender) throws InterruptedException {
    Kanal kanal = Kanal.valueOf(claimed.kanal());
    if (!claimed.live() || !clock.instant().isBefore(claimed.udloeber())) {
      ledger.dropped(claimed.id(), kanal);
      return;
    }
    Outcome outcome;
    try {
      outcome = sender.send(outbox.open(claimed), claimed.udloeber());
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      retry(claimed, kanal, e);
      return;
    }
    // What can't be noted is sent again when its lease ends: twice is better than never, but worse
    // than patience with a database that is away, as long as the message is worth sending.
    for (int attempt = 1; !isNoted(claimed, kanal, outcome, attempt); attempt++) {
      Thread.sleep(NOTING_PAUSE.toMillis());
    }
  }

  private boolean isNoted(ClaimedMessage claimed, Kanal kanal, Outcome outcome, int attempt) {
    try {
      note(claimed, kanal, outcome);
      return true;
    } catch (RuntimeException e) {
      boolean isOutage = e instanceof DatabaseException failure && failure.isTransient();
      if (!clock.instant().isBefore(claimed.udloeber())
          || (!isOutage && attempt >= NOTING_ATTEMPTS)) {
        throw e;
      }
      return false;
    }
  }

  private void note(ClaimedMessage claimed, Kanal kanal, Outcome outcome) {
    if (outcome instanceof Outcome.Accepted accepted) {
      ledger.sent(claimed.id(), kanal, accepted);
    } else if (outcome instanceof Outcome.Refused refused) {
      ledger.refused(claimed.id(), kanal, refused);
    }
  }

  /** Gives a message back that there was no time for. */
  void release(ClaimedMessage claimed) {
    retryAt(claimed, clock.instant());
  }

  private void retry(ClaimedMessage claimed, Kanal kanal, Exception reason) {
    LOG.warn(
        "Message {} by {} not sent, attempt {}: {}",
        claimed.id(),
        kanal,
        claimed.forsoeg(),
        told(reason));
    Instant now = clock.instant();
    Duration left = Duration.between(now, claimed.udloeber());
    // At its end it is due once more, to be dropped and erased.
    retryAt(claimed, now.plus(backOff.after(claimed.forsoeg(), left)));
    tally.count(kanal, Tally.Event.RETRIED);
  }

  /** Only what is known to quote nobody is told in its own words. */
  private static String told(Exception reason) {
    return reason instanceof NotTakenException notTaken
        ? notTaken.reason()
        : reason.getClass().getName();
  }

  private void retryAt(ClaimedMessage claimed, Instant due) {
    database.useTransaction(handle -> new OutboxDao(handle).retryAt(claimed, due));
  }
}
