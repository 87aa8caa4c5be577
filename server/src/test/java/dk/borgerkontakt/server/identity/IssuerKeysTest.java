package dk.borgerkontakt.server.identity;

import static dk.borgerkontakt.server.identity.TestIssuer.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import dk.borgerkontakt.server.identity.issuer.IssuerKeys;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.MutableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The keys in hand: taken up, withdrawn, asked for by strangers, and kept while the issuer is away.
 */
class IssuerKeysTest {

  private static final TestIssuer ISSUER = new TestIssuer();
  private static final JWKSet RSA_ALONE = new JWKSet(ISSUER.rsa.toPublicJWK());

  private final MutableClock clock = TestIssuer.clock();
  private final AtomicInteger fetches = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile boolean isAway;
  private volatile boolean isSilent;
  private volatile JWKSet published = ISSUER.publicKeys();

  @AutoClose private IssuerKeys keys;

  private JWKSet fetch() throws IOException {
    fetches.incrementAndGet();
    if (isSilent) {
      awaitEnd();
    }
    if (isAway) {
      throw new IOException("away");
    }
    return published;
  }

  private void awaitEnd() throws IOException {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private TokenVerifier verifier() {
    keys = IssuerKeys.publishedBy(this::fetch, clock);
    TokenVerifier verifier = new TokenVerifier(PROFILE, keys, clock);
    keys.whenChanged(verifier::forget);
    return verifier;
  }

  @Test
  void fetchesTheKeysOnceForManyTokens() throws Exception {
    TokenVerifier verifier = verifier();

    assertThat(verifier.verify(ISSUER.token()).clientId()).isEqualTo("akasse-11");
    verifier.verify(ISSUER.token(claims -> claims.jwtID("2")));

    assertThat(fetches).hasValue(1);
  }

  @Test
  void findsAKeyThatTheIssuerHasTakenUpSince() throws Exception {
    published = RSA_ALONE;
    TokenVerifier verifier = verifier();
    verifier.verify(rsaToken());

    published = ISSUER.publicKeys();
    assertThat(verifier.verify(ISSUER.token()).clientId()).isEqualTo("akasse-11");
  }

  @Test
  void forgetsWhatWasSignedWithAKeyThatTheIssuerHasWithdrawn() throws Exception {
    TokenVerifier verifier = verifier();
    String token = ISSUER.token();
    verifier.verify(token);

    published = RSA_ALONE;
    HostileTokenTest.assertRefused(verifier, unknown(1));
    HostileTokenTest.assertRefused(verifier, token);
    assertThat(verifier.verify(rsaToken()).clientId()).isEqualTo("akasse-11");
  }

  @Test
  void isSentToTheIssuerByTokensWithUnknownKeysOnceInTenSeconds() throws Exception {
    TokenVerifier verifier = verifier();

    for (int i = 0; i < 200; i++) {
      HostileTokenTest.assertRefused(verifier, unknown(i));
    }
    assertThat(fetches).hasValue(2);

    clock.advance(Duration.ofSeconds(10));
    for (int i = 0; i < 200; i++) {
      HostileTokenTest.assertRefused(verifier, unknown(i));
    }
    assertThat(fetches).hasValue(3);
    assertThat(verifier.verify(ISSUER.token()).clientId()).isEqualTo("akasse-11");
  }

  @Test
  @Timeout(30)
  void keepsNobodyWaitingWithAKnownKeyAndFewWithUnknownOnesWhileTheIssuerIsSilent()
      throws Exception {
    TokenVerifier verifier = verifier();
    isSilent = true;
    AtomicInteger refused = new AtomicInteger();
    List<Thread> strangers =
        IntStream.range(0, 20)
            .mapToObj(i -> new Thread(() -> refuse(verifier, unknown(i), refused)))
            .toList();

    strangers.forEach(Thread::start);
    Await.until("16 refusals", () -> refused.get() == 16 ? Optional.of(true) : Optional.empty());
    assertThat(verifier.verify(ISSUER.token()).clientId()).isEqualTo("akasse-11");
    assertThat(refused).as("four wait for the issuer").hasValue(16);

    end.countDown();
    for (Thread stranger : strangers) {
      stranger.join();
    }
    assertThat(refused).hasValue(20);
    assertThat(fetches).hasValue(2);
  }

  private static void refuse(TokenVerifier verifier, String token, AtomicInteger refused) {
    HostileTokenTest.assertRefused(verifier, token);
    refused.incrementAndGet();
  }

  @Test
  void usesTheKeysInHandForFourHoursWithoutTheIssuer() throws Exception {
    TokenVerifier verifier = verifier();
    isAway = true;

    HostileTokenTest.assertRefused(verifier, unknown(1));
    clock.advance(Duration.ofHours(4));
    assertThat(verifier.verify(laterToken()).clientId()).isEqualTo("akasse-11");

    clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> verifier.verify(laterToken()))
        .isInstanceOf(IssuerUnavailableException.class);
  }

  @Test
  void saysEachTimeThatTheIssuerIsOutOfReachWhileItIs() {
    isAway = true;
    TokenVerifier verifier = verifier();

    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> verifier.verify(ISSUER.token()))
          .isInstanceOf(IssuerUnavailableException.class);
    }
    assertThat(fetches).as("requests don't ask; the renewal does").hasValue(1);
  }

  private String laterToken() {
    return ISSUER.token(
        claims -> claims.expirationTime(Date.from(clock.instant().plusSeconds(60))));
  }

  private static String unknown(int number) {
    return ISSUER.tokenWithHeader(header -> header.keyID("unknown-" + number));
  }

  private static String rsaToken() {
    return TestIssuer.sign(
        TestIssuer.header(JWSAlgorithm.RS256, "rsa").build(),
        TestIssuer.claims().build(),
        ISSUER.rsa);
  }
}
