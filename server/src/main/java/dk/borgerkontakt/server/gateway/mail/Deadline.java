package dk.borgerkontakt.server.gateway.mail;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time that sending one message has, all in all. At its end the connection is cut, whatever is
 * being waited for: a relay that sends a byte now and then never runs into the timeout of a read.
 */
final class Deadline implements AutoCloseable {

  private final long end;
  private final Future<?> expiry;
  private @Nullable Socket socket;
  private boolean isOver;

  Deadline(ScheduledExecutorService scheduler, Duration time) {
    this.end = System.nanoTime() + time.toNanos();
    this.expiry = scheduler.schedule(this::expire, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** From now on this is the one to cut. */
  synchronized void watch(Socket used) throws SocketTimeoutException {
    if (isOver) {
      throw new SocketTimeoutException();
    }
    socket = used;
  }

  /** What is left, zero at the end. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  private synchronized void expire() {
    isOver = true;
    if (socket != null) {
      cut(socket);
    }
  }

  private static void cut(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Nobody waits for it any more, and that was the aim.
    }
  }

  @Override
  public void close() {
    expiry.cancel(false);
  }
}
