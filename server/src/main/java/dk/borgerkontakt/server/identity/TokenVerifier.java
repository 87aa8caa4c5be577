package dk.borgerkontakt.server.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/**
 * Tells who is calling from an access token: a JWT by the profile of RFC 9068, checked as RFC 8725
 * advises. Signature checks cost more than the rest of a request, so good tokens are remembered for
 * up to five minutes, never past their own end; refused ones never are. Safe for use by several
 * threads.
 */
public final class TokenVerifier {

  private static final int MAX_LENGTH = 8192;
  private static final int MAX_REMEMBERED = 10_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private final SignatureCheck signature;
  private final ClaimsCheck claimsCheck;
  private final Clock clock;

  private final StatsCounter uses = new ConcurrentStatsCounter();

  /** By the hash of the token, so that a heap dump hands out no tokens. */
  private volatile Cache<ByteBuffer, Verified> verified = newCache();

  public TokenVerifier(TokenProfile profile, JWKSource<SecurityContext> keys, Clock clock) {
    this.signature = new SignatureCheck(keys);
    this.claimsCheck = new ClaimsCheck(profile, clock);
    this.clock = clock;
  }

  /** Tells how many tokens are remembered, and how often that helped. */
  public void measure(MeterRegistry registry) {
    Gauge.builder("cache.size", () -> verified.estimatedSize())
        .tag("cache", "tokens")
        .register(registry);
    uses(registry, "hit", CacheStats::hitCount);
    uses(registry, "miss", CacheStats::missCount);
  }

  private void uses(MeterRegistry registry, String result, ToDoubleFunction<CacheStats> count) {
    FunctionCounter.builder("cache.gets", uses, it -> count.applyAsDouble(it.snapshot()))
        .tag("cache", "tokens")
        .tag("result", result)
        .register(registry);
  }

  /**
   * The caller that the token was issued to.
   *
   * @throws InvalidTokenException whatever is wrong with the token
   * @throws IssuerUnavailableException if the issuer's keys can't be had, which is no fault of the
   *     token
   */
  public Caller verify(String token) throws InvalidTokenException {
    if (token.length() > MAX_LENGTH) {
      throw new InvalidTokenException("longer than 8 KiB");
    }
    // Before the keys are looked at: what is found by keys of before is remembered there.
    Cache<ByteBuffer, Verified> remembered = verified;
    ByteBuffer hash = sha256(token);
    Instant now = clock.instant();
    Verified known = remembered.getIfPresent(hash);
    if (known != null && now.isBefore(known.until())) {
      return known.caller();
    }
    JWTClaimsSet claims = signature.claimsOf(token);
    Caller caller = claimsCheck.callerOf(claims);
    remembered.put(hash, new Verified(caller, earlier(now.plus(REMEMBERED), endOf(claims))));
    return caller;
  }

  /** Checks every token anew: the issuer's keys have changed, and one may have been withdrawn. */
  public void forget() {
    verified = newCache();
  }

  private Cache<ByteBuffer, Verified> newCache() {
    return Caffeine.newBuilder()
        .maximumSize(MAX_REMEMBERED)
        .expireAfterWrite(REMEMBERED)
        .recordStats(() -> uses)
        .build();
  }

  private static Instant endOf(JWTClaimsSet claims) {
    return claims.getExpirationTime().toInstant();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static ByteBuffer sha256(String token) {
    try {
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Verified(Caller caller, Instant until) {}
}
