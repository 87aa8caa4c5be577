package dk.borgerkontakt.server.management;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at something again and again on a thread of its own, so that whoever asks is answered at
 * once with what was seen last, also while a look hangs.
 */
final class Sampled<T> implements AutoCloseable {

  private record Seen<T>(T value, long atNanos) {}

  private final ScheduledExecutorService timer;
  private final Duration every;
  private final Duration kept;
  private final Supplier<T> look;
  private volatile @Nullable Seen<T> seen;

  /**
   * One that looks when it is started.
   *
   * @param name of the thread
   * @param every the pause between two looks
   * @param kept how long what was seen counts; then it is as if nothing was
   * @param look throws when nothing can be seen
   */
  Sampled(String name, Duration every, Duration kept, Supplier<T> look) {
    this.every = every;
    this.kept = kept;
    this.look = look;
    timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Has looked once when it returns. */
  void start() {
    sample();
    ScheduledFuture<?> unused =
        timer.scheduleWithFixedDelay(
            this::sample, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void sample() {
    try {
      seen = new Seen<>(look.get(), System.nanoTime());
    } catch (RuntimeException e) {
      // What is out of reach is told where it is needed; here it is seen by its absence.
      seen = null;
    }
  }

  /** What was seen last; empty when that failed, is too long ago, or has not been tried yet. */
  Optional<T> latest() {
    Seen<T> last = seen;
    return last != null && System.nanoTime() - last.atNanos() < kept.toNanos()
        ? Optional.of(last.value())
        : Optional.empty();
  }

  /** Looks no more; a look that hangs is left alone, for an interrupt would close H2's file. */
  @Override
  public void close() {
    timer.shutdown();
  }
}
