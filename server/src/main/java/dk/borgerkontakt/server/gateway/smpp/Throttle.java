package dk.borgerkontakt.server.gateway.smpp;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A second without sending, for everybody, after the centre has said that it is too fast. */
final class Throttle {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private volatile long end = System.nanoTime();

  void begin() {
    end = System.nanoTime() + PAUSE.toNanos();
  }

  /** Waits for the end of the pause, if there is one: up to a second. */
  void await() throws InterruptedIOException {
    try {
      TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
