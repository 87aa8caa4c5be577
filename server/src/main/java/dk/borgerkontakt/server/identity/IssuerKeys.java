package dk.borgerkontakt.server.identity;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/** Where the public keys that tokens are checked with come from. */
public final class IssuerKeys {

  private static final int TIMEOUT_MILLIS = 2000;
  private static final int MAX_BYTES = 256 * 1024;
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration WAIT_FOR_ANOTHER_THREAD = Duration.ofSeconds(15);
  private static final Duration KEPT_IN_OUTAGE = Duration.ofHours(4);

  private IssuerKeys() {}

  /** The public half of one known key. */
  public static JWKSource<SecurityContext> of(ECKey key) {
    return new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK()));
  }

  /**
   * The key set at an address, fetched when first needed, again after five minutes, and when a
   * token names a key that it lacks, but then at most twice in 30 seconds. While the issuer can't
   * be reached the last set is used for up to four hours.
   */
  public static JWKSource<SecurityContext> at(URI jwksUri) {
    try {
      return JWKSourceBuilder.<SecurityContext>create(
              jwksUri.toURL(),
              new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES))
          .cache(KEPT.toMillis(), WAIT_FOR_ANOTHER_THREAD.toMillis())
          .refreshAheadCache(false)
          .retrying(true)
          .outageTolerant(KEPT_IN_OUTAGE.toMillis())
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("not an address that keys can be fetched from", e);
    }
  }
}
