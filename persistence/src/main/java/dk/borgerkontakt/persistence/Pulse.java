package dk.borgerkontakt.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a database all the time whether it is there, on a connection outside the pool, so that
 * nobody else has to wait to find out: a crash is known at once, silence within four seconds, and a
 * return within a fraction of one.
 */
final class Pulse implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

  private static final Duration BEAT = Duration.ofMillis(500);
  private static final Duration BEAT_WHILE_LOST = Duration.ofMillis(200);

  /** The question touches no disk, so a database that is only slow answers it in time. */
  private static final int ANSWER_SECONDS = 1;

  private final DataSource source;
  private final Runnable onLoss;
  private final Thread thread = new Thread(this::run, "database-pulse");
  private @Nullable Connection connection;
  private volatile boolean lost;
  private boolean asked;
  private boolean closed;

  /**
   * Begins to ask.
   *
   * @param source opens connections that wait no longer than a second for an answer
   * @param onLoss done each time the database stops answering, before anything else is lent
   */
  Pulse(DataSource source, Runnable onLoss) {
    this.source = source;
    this.onLoss = onLoss;
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns whether the database did not answer when it was last asked. */
  boolean isLost() {
    return lost;
  }

  /** Asks out of turn: somebody had a reason to doubt. */
  synchronized void askNow() {
    asked = true;
    notifyAll();
  }

  private void run() {
    try {
      do {
        note(isAnswered());
      } while (isToGoOn(lost ? BEAT_WHILE_LOST : BEAT));
    } catch (InterruptedException e) {
      LOG.warn("The database is no longer asked: the thread was interrupted");
    } finally {
      drop();
    }
  }

  private void note(boolean answered) {
    if (answered && lost) {
      lost = false;
      LOG.info("The database answers again");
    } else if (!answered && !lost) {
      lost = true;
      LOG.error("The database does not answer; requests are refused until it does");
      onLoss.run();
    }
  }

  /** A connection may end for reasons of its own: only a new one that fails too says anything. */
  private boolean isAnswered() {
    return (connection != null && isAnsweredOnce()) || isAnsweredOnce();
  }

  private boolean isAnsweredOnce() {
    try {
      if (connection == null) {
        connection = source.getConnection();
      }
      if (connection.isValid(ANSWER_SECONDS)) {
        return true;
      }
    } catch (SQLException e) {
      LOG.debug("no pulse, SQLState {}", e.getSQLState());
    }
    drop();
    return false;
  }

  private void drop() {
    Connection dropped = connection;
    connection = null;
    if (dropped != null) {
      try {
        dropped.close();
      } catch (SQLException e) {
        LOG.debug("not closed, SQLState {}", e.getSQLState());
      }
    }
  }

  private synchronized boolean isToGoOn(Duration beat) throws InterruptedException {
    long end = System.nanoTime() + beat.toNanos();
    for (long left = beat.toMillis(); left > 0 && !isStirred(); ) {
      wait(left);
      left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
    asked = false;
    return !closed;
  }

  /** While the database is lost, those who ask know already. */
  private boolean isStirred() {
    return closed || (asked && !lost);
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      thread.join(Duration.ofSeconds(3 * ANSWER_SECONDS).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
