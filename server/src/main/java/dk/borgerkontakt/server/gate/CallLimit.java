package dk.borgerkontakt.server.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.borgerkontakt.server.identity.Caller;
import dk.borgerkontakt.server.problem.Refusal;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** A token bucket for each client: so many calls a second, and the same number in one burst. */
public final class CallLimit {

  /** A bucket that rested for a minute is full again, so that forgetting it changes nothing. */
  private static final Duration RESTED = Duration.ofMinutes(1);

  private final int requestsPerSecond;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().expireAfterAccess(RESTED).build();

  /** A limit of so many calls a second; 0 is no limit. */
  public CallLimit(int requestsPerSecond) {
    this.requestsPerSecond = requestsPerSecond;
  }

  /** Takes one call of the client's, else 90002 with the time until there is one again. */
  void check(Caller caller) {
    if (requestsPerSecond == 0) {
      return;
    }
    Bucket bucket = buckets.get(caller.clientId(), client -> newBucket());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Refusal.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(requestsPerSecond)
                    .refillGreedy(requestsPerSecond, Duration.ofSeconds(1)))
        .build();
  }
}
