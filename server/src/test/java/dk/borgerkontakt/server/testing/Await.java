package dk.borgerkontakt.server.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for a condition, and no longer than it takes. */
public final class Await {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Await() {}

  /** The value as soon as there is one; a test that waits in vain fails with these words. */
  public static <T> T until(String awaited, Supplier<Optional<T>> look) {
    return until(awaited, PATIENCE, look);
  }

  /** The same, with a patience that fits what is awaited. */
  public static <T> T until(String awaited, Duration patience, Supplier<Optional<T>> look) {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      Optional<T> seen = look.get();
      if (seen.isPresent()) {
        return seen.get();
      }
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
    throw new AssertionError("in vain waited for " + awaited);
  }
}
