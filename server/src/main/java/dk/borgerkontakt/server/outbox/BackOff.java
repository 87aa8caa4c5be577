package dk.borgerkontakt.server.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failed attempt: one second, doubled each time up to half a minute, less
 * up to a half by chance, so that what failed together does not come again together. What has hours
 * left waits up to five minutes.
 */
public final class BackOff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration LONGEST_OF_ALL = Duration.ofMinutes(5);
  private static final int PARTS_OF_WHAT_IS_LEFT = 20;
  private static final int MAX_DOUBLINGS = 9;

  private final RandomGenerator random;

  public BackOff(RandomGenerator random) {
    this.random = random;
  }

  /** The wait after this many attempts, counted from one. */
  public Duration after(int attempts) {
    return upTo(LONGEST, attempts);
  }

  /** The wait after this many attempts on something that becomes useless after what is left. */
  public Duration after(int attempts, Duration left) {
    Duration share = left.dividedBy(PARTS_OF_WHAT_IS_LEFT);
    Duration longest = longer(LONGEST, shorter(LONGEST_OF_ALL, share));
    return shorter(upTo(longest, attempts), left);
  }

  private Duration upTo(Duration longest, int attempts) {
    int doublings = Math.min(Math.max(attempts, 1) - 1, MAX_DOUBLINGS);
    long millis = Math.min(FIRST.toMillis() << doublings, longest.toMillis());
    return Duration.ofMillis(random.nextLong(millis / 2, millis + 1));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
