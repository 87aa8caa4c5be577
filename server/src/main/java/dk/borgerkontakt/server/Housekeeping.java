package dk.borgerkontakt.server;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import dk.borgerkontakt.persistence.request.RequestIdDao;
import dk.borgerkontakt.persistence.verifikation.BeskedbudgetDao;
import dk.borgerkontakt.persistence.verifikation.KontaktpauseDao;
import dk.borgerkontakt.persistence.verifikation.VerifikationskodeDao;
import dk.borgerkontakt.server.telemetry.Counts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets what no rule asks about any more: request ids, codes and pauses that are older than the
 * 24 hours they count for, the budgets of days a week ago, and what became of messages. Several
 * copies may do it at the same time.
 */
final class Housekeeping implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  /** A day, and an hour so that nobody's clock is cut short. */
  private static final Duration KEPT = Duration.ofHours(25);

  /** For an operator who wonders what yesterday cost; longer than any zone's day. */
  private static final Duration BUDGETS_KEPT = Duration.ofDays(7);

  /** A transaction of milliseconds; a week's backlog is thousands of them. */
  private static final int BATCH = 1000;

  private static final long MINUTES_BETWEEN = 10;
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private enum Outcome {
    DONE,
    FAILED
  }

  private final Database database;
  private final Counts<Outcome> runs;
  private final Duration messagesKept;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "housekeeping");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param messagesKept how long it is kept what became of a message
   */
  Housekeeping(Database database, MeterRegistry registry, Duration messagesKept, Clock clock) {
    this.database = database;
    this.runs = new Counts<>(registry, "housekeeping.runs", "outcome", Outcome.class);
    this.messagesKept = messagesKept;
    this.clock = clock;
  }

  void start() {
    ScheduledFuture<?> unused =
        timer.scheduleWithFixedDelay(this::forget, 1, MINUTES_BETWEEN, TimeUnit.MINUTES);
  }

  /** Deletes all that is old, by short transactions that hold up nobody. */
  void forget() {
    Instant now = clock.instant();
    Instant before = now.minus(KEPT);
    LocalDate dayBefore = LocalDate.ofInstant(now.minus(BUDGETS_KEPT), ZoneOffset.UTC);
    try {
      purge(handle -> new OutboxDao(handle).purgeBefore(now.minus(messagesKept), BATCH));
      purge(handle -> new VerifikationskodeDao(handle).purgeBefore(before, BATCH));
      purge(handle -> new KontaktpauseDao(handle).purgeBefore(before, BATCH));
      purge(handle -> new RequestIdDao(handle).purgeBefore(before, BATCH));
      purge(handle -> new BeskedbudgetDao(handle).purgeBefore(dayBefore, BATCH));
      runs.count(Outcome.DONE);
    } catch (RuntimeException e) {
      runs.count(Outcome.FAILED);
      LOG.warn("not tidied up this time", e);
    }
  }

  /** The rest of what is old is left to the next start when the service ends. */
  private void purge(ToIntFunction<Handle> batch) {
    int purged = BATCH;
    while (purged == BATCH && !timer.isShutdown()) {
      purged = database.inTransaction(batch::applyAsInt);
    }
  }

  /** Lets what runs come to its end: an interrupt would close H2's file under it. */
  @Override
  public void close() {
    timer.shutdown();
    try {
      timer.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
