package dk.borgerkontakt.server.identity;

import static dk.borgerkontakt.server.identity.TestIssuer.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {

  private static final TestIssuer ISSUER = new TestIssuer();

  private final AtomicInteger fetches = new AtomicInteger();
  private volatile int status = 200;
  private volatile JWKSet served = ISSUER.publicKeys();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/jwks",
        exchange -> {
          fetches.incrementAndGet();
          byte[] body = served.toString().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
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
    served = new JWKSet(ISSUER.rsa.toPublicJWK());
    TokenVerifier verifier = verifier();
    verifier.verify(
        TestIssuer.sign(
            TestIssuer.header(JWSAlgorithm.RS256, "rsa").build(),
            TestIssuer.claims().build(),
            ISSUER.rsa));

    served = ISSUER.publicKeys();
    assertThat(verifier.verify(ISSUER.token()).clientId()).isEqualTo("akasse-11");
  }

  @Test
  void doesNotLetTokensWithUnknownKeysSendItToTheIssuerEachTime() throws Exception {
    TokenVerifier verifier = verifier();

    for (int i = 0; i < 20; i++) {
      String keyId = "unknown-" + i;
      HostileTokenTest.assertRefused(
          verifier, ISSUER.tokenWithHeader(header -> header.keyID(keyId)));
    }
    assertThat(fetches).hasValueLessThanOrEqualTo(3);
    assertThat(verifier.verify(ISSUER.token()).clientId()).isEqualTo("akasse-11");
  }

  @Test
  void saysEachTimeThatTheIssuerIsOutOfReachWhileItIs() {
    status = 500;
    TokenVerifier verifier = verifier();

    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> verifier.verify(ISSUER.token()))
          .isInstanceOf(IssuerUnavailableException.class);
    }
  }

  @Test
  void refusesAnAddressThatIsNone() {
    assertThatThrownBy(() -> IssuerKeys.at(URI.create("nowhere:x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private TokenVerifier verifier() {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
    return new TokenVerifier(PROFILE, IssuerKeys.at(address), TestIssuer.clock());
  }
}
