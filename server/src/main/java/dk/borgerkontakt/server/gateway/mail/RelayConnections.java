package dk.borgerkontakt.server.gateway.mail;

import dk.borgerkontakt.server.outbox.NotTakenException;
import dk.borgerkontakt.server.outbox.Outcome;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Up to so many connections to the relay, kept for a while after each message. */
final class RelayConnections implements AutoCloseable {

  private static final int SWEEPS = 5;

  private final RelayConnector connector;
  private final Duration longest;
  private final Duration kept;
  private final Semaphore free;
  private final Deque<RelayConnection> idle = new ConcurrentLinkedDeque<>();
  private final ScheduledThreadPoolExecutor scheduler =
      new ScheduledThreadPoolExecutor(1, RelayConnections::thread);
  private final Future<?> sweeping;

  /**
   * @param longest time that one message has
   * @param kept how long a connection may be idle
   */
  RelayConnections(RelayConnector connector, int most, Duration longest, Duration kept) {
    this.connector = connector;
    this.longest = longest;
    this.kept = kept;
    this.free = new Semaphore(most);
    scheduler.setRemoveOnCancelPolicy(true);
    long sweep = kept.dividedBy(SWEEPS).toMillis();
    sweeping = scheduler.scheduleWithFixedDelay(this::sweep, sweep, sweep, TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "mail-deadline");
    thread.setDaemon(true);
    return thread;
  }

  /** Sends the letter within the time that it has. */
  Outcome send(Letter letter) throws NotTakenException {
    try (Deadline deadline = new Deadline(scheduler, longest)) {
      if (!free.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
        throw Stage.CONNECT.failed("no free connection");
      }
      try {
        return send(letter, deadline);
      } finally {
        free.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Stage.CONNECT.failed("interrupted");
    }
  }

  private Outcome send(Letter letter, Deadline deadline) throws NotTakenException {
    RelayConnection used = idle.pollFirst();
    if (used != null) {
      try {
        return send(letter, used, deadline);
      } catch (NotTakenException e) {
        if (!used.failedBeforeMail()) {
          throw e;
        }
        // The relay had enough of that connection, and knows nothing of the message.
      }
    }
    return send(letter, connector.connect(deadline), deadline);
  }

  private Outcome send(Letter letter, RelayConnection connection, Deadline deadline)
      throws NotTakenException {
    try {
      deadline.watch(connection.socket());
      return connection.send(letter);
    } catch (SocketTimeoutException e) {
      throw Stage.CONNECT.failed(RelayConnection.reason(null, e));
    } finally {
      if (connection.isReusable()) {
        idle.addFirst(connection);
      } else {
        connection.close();
      }
    }
  }

  private void sweep() {
    @Nullable RelayConnection oldest = idle.pollLast();
    while (oldest != null && oldest.isIdleFor(kept)) {
      oldest.close();
      oldest = idle.pollLast();
    }
    if (oldest != null) {
      idle.addLast(oldest);
    }
  }

  @Override
  public void close() {
    sweeping.cancel(false);
    scheduler.shutdownNow();
    for (RelayConnection left = idle.poll(); left != null; left = idle.poll()) {
      left.close();
    }
  }
}
