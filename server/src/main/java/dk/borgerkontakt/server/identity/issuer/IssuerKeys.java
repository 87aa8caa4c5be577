package dk.borgerkontakt.server.identity.issuer;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's public keys, kept in hand and renewed by a thread of their own, so that no request
 * waits for an issuer that is slow or away. Only where a token names a key that is not in hand is
 * the issuer asked because of a request: at most once in ten seconds, with few requests waiting for
 * its answer.
 */
public final class IssuerKeys implements JWKSource<SecurityContext>, AutoCloseable {

  /** A key that was withdrawn outlives no five minutes, even if the issuer fails to answer once. */
  private static final Duration RENEWED = Duration.ofMinutes(2);

  private static final Duration RENEWED_AFTER_FAILURE = Duration.ofSeconds(15);
  private static final Duration REST = Duration.ofSeconds(10);
  private static final Duration KEPT_IN_OUTAGE = Duration.ofHours(4);

  /** Longer than metadata and keys may take together. */
  private static final Duration WAIT = Duration.ofSeconds(10);

  /** Of the workers that serve requests; the others go on. */
  private static final int MOST_WAITING = 4;

  private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);

  private final KeyPublication publication;
  private final Clock clock;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread named = new Thread(work, "issuer-keys");
            named.setDaemon(true);
            return named;
          });

  private volatile @Nullable InHand inHand;
  private volatile Runnable changed = () -> {};
  private volatile boolean isFailing;
  private Instant lastAsked = Instant.MIN;
  private CompletableFuture<Void> renewal = CompletableFuture.completedFuture(null);

  private record InHand(JWKSet keys, Instant since) {}

  private IssuerKeys(KeyPublication publication, Clock clock) {
    this.publication = publication;
    this.clock = clock;
  }

  /** The public half of one known key. */
  public static JWKSource<SecurityContext> of(ECKey key) {
    return new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK()));
  }

  /**
   * The keys that an issuer publishes, renewed every two minutes. They have been fetched once when
   * this returns, or the log says why not, and they are tried for again. While the issuer can't be
   * reached the last keys are used, for up to four hours.
   */
  public static IssuerKeys publishedBy(KeyPublication publication, Clock clock) {
    IssuerKeys keys = new IssuerKeys(publication, clock);
    keys.renewAndGoOn();
    return keys;
  }

  /** Has this done whenever other keys have come into hand than those before. */
  public void whenChanged(Runnable action) {
    changed = action;
  }

  /**
   * {@inheritDoc}
   *
   * @throws KeySourceException when no keys are in hand
   */
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    List<JWK> found = selector.select(keys());
    if (found.isEmpty() && waiting.tryAcquire()) {
      try {
        awaitRenewal();
      } finally {
        waiting.release();
      }
      found = selector.select(keys());
    }
    return found;
  }

  private JWKSet keys() throws KeySourceException {
    InHand known = inHand;
    if (known == null || known.since().plus(KEPT_IN_OUTAGE).isBefore(clock.instant())) {
      throw new KeySourceException("the issuer's keys are not in hand");
    }
    return known.keys();
  }

  private void awaitRenewal() {
    try {
      renewal().get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The keys in hand are all that can be had.
    }
  }

  /** The one under way; a new one; or the last one, while that is too young for another. */
  private synchronized CompletableFuture<Void> renewal() {
    Instant now = clock.instant();
    if (renewal.isDone() && !now.isBefore(lastAsked.plus(REST))) {
      lastAsked = now;
      renewal = CompletableFuture.runAsync(this::renew, thread);
    }
    return renewal;
  }

  private void renewAndGoOn() {
    renew();
    Duration pause = isFailing ? RENEWED_AFTER_FAILURE : RENEWED;
    ScheduledFuture<?> unused =
        thread.schedule(this::renewAndGoOn, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void renew() {
    try {
      take(publication.fetch());
    } catch (IOException | RuntimeException e) {
      if (!isFailing) {
        LOG.warn("the issuer's keys can't be fetched: {}", e.toString());
      }
      isFailing = true;
    }
  }

  private void take(JWKSet published) {
    InHand before = inHand;
    inHand = new InHand(published, clock.instant());
    if (before == null || !before.keys().getKeys().equals(published.getKeys())) {
      LOG.info("the issuer's keys have changed, {} are in hand now", published.size());
      changed.run();
    } else if (isFailing) {
      LOG.info("the issuer's keys can be fetched again");
    }
    isFailing = false;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
