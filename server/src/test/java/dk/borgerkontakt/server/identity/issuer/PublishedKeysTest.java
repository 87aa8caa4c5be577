package dk.borgerkontakt.server.identity.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.borgerkontakt.server.identity.TestIssuer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding the keys of an issuer, of one that has moved, and of one that means no good. */
class PublishedKeysTest {

  private static final String OIDC = "/realm/.well-known/openid-configuration";
  private static final String OAUTH = "/.well-known/oauth-authorization-server/realm";
  private static final String KEYS = new TestIssuer().publicKeys().toString();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private String base;
  private PublishedKeys keys;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort();
    keys = new PublishedKeys(SSLContext.getDefault(), Duration.ofSeconds(2));
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(strings = {OIDC, OAUTH})
  void findsTheKeysByTheMetadataOfEitherKind(String path) throws Exception {
    serve(path, metadata(base + "/realm", base + "/jwks"));
    serve("/jwks", KEYS);

    URI found = keys.jwksUri(base + "/realm");

    assertThat(found).hasToString(base + "/jwks");
    assertThat(keys.fetch(found).size()).isEqualTo(2);
  }

  @Test
  void findsTheMetadataOfAnIssuerThatEndsInASlash() throws Exception {
    serve(OIDC, metadata(base + "/realm/", base + "/jwks"));

    assertThat(keys.jwksUri(base + "/realm/")).hasToString(base + "/jwks");
  }

  @Test
  void followsAnIssuerThatHasMovedItsKeys() throws Exception {
    serve(OIDC, metadata(base + "/realm", base + "/old"));
    serve("/old", "{\"keys\":[]}");
    KeyPublication publication =
        PublishedKeys.discoveredAt(base + "/realm", SSLContext.getDefault());
    assertThat(publication.fetch().size()).isZero();

    server.removeContext(OIDC);
    serve(OIDC, metadata(base + "/realm", base + "/new"));
    serve("/new", KEYS);
    assertThat(publication.fetch().size()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/realm/", "/Realm", "", "/realm2"})
  void refusesTheMetadataOfAnotherIssuer(String other) {
    serve(OIDC, metadata(base + other, base + "/jwks"));

    assertThatThrownBy(() -> keys.jwksUri(base + "/realm"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another issuer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://keys.example/jwks",
        "ftp://127.0.0.1/jwks",
        "file:///etc/passwd",
        "/jwks",
        "::",
        ""
      })
  void refusesKeysThatOthersCouldChangeOnTheWay(String jwksUri) {
    serve(OIDC, metadata(base + "/realm", jwksUri));

    assertThatThrownBy(() -> keys.jwksUri(base + "/realm"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no https address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "", "[]", "null", "{\"issuer\":1}", "{"})
  void refusesMetadataThatIsNone(String body) {
    serve(OIDC, body);

    assertThatThrownBy(() -> keys.jwksUri(base + "/realm"))
        .isInstanceOf(IOException.class)
        .hasNoCause();
  }

  @Test
  void followsNoRedirectToAnyHost() {
    AtomicInteger elsewhere = new AtomicInteger();
    server.createContext("/elsewhere", exchange -> elsewhere.incrementAndGet());
    for (String target : new String[] {"/elsewhere", base + "/elsewhere", "http://keys.example/"}) {
      server.createContext(
          "/redirect",
          exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
          });
      assertThatThrownBy(() -> keys.fetch(URI.create(base + "/redirect")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("status 302");
      server.removeContext("/redirect");
    }
    assertThat(elsewhere).hasValue(0);
  }

  @Test
  void refusesAnAnswerOfTenMegabytes() {
    AtomicInteger sent = new AtomicInteger();
    server.createContext(
        "/jwks",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          writeEndlessly(exchange, sent, 10 * 1024);
        });

    assertThatThrownBy(() -> keys.fetch(URI.create(base + "/jwks")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void givesUpOnAnAnswerThatTrickles() {
    server.createContext(
        "/jwks",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          trickle(exchange.getResponseBody());
        });
    PublishedKeys impatient = new PublishedKeys(context(), Duration.ofMillis(300));

    assertThatThrownBy(() -> impatient.fetch(URI.create(base + "/jwks")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in time");
  }

  private static SSLContext context() {
    try {
      return SSLContext.getDefault();
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void trickle(OutputStream body) throws IOException {
    try {
      while (!end.await(20, TimeUnit.MILLISECONDS)) {
        body.write(' ');
        body.flush();
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void writeEndlessly(HttpExchange exchange, AtomicInteger sent, int kibibytes)
      throws IOException {
    while (sent.incrementAndGet() <= kibibytes) {
      exchange.getResponseBody().write(" ".repeat(1024).getBytes(UTF_8));
    }
    exchange.close();
  }

  private static String metadata(String issuer, String jwksUri) {
    return "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer, jwksUri);
  }

  private void serve(String path, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
