package dk.borgerkontakt.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.identity.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Distinct invalid tokens as fast as they come, also while the issuer is silent, in a small heap.
 */
@Tag("slow")
@Timeout(300)
class TokenFloodIT {

  private static final Duration PHASE = Duration.ofSeconds(20);
  private static final int ATTACKERS = 40;
  private static final String PATH = "/v1/kontaktinformation";
  private static final TestIssuer ISSUER = new TestIssuer();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger fetches = new AtomicInteger();
  private final AtomicLong attacks = new AtomicLong();
  private final Map<Integer, AtomicLong> answers = new ConcurrentHashMap<>();
  private volatile boolean isSilent;
  private volatile boolean isOver;
  private HttpServer issuer;

  @TempDir Path temp;

  @BeforeEach
  void publishKeys() throws IOException {
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.setExecutor(Executors.newCachedThreadPool());
    issuer.createContext("/jwks", this::answer);
    issuer.start();
  }

  @AfterEach
  void stop() {
    issuer.stop(0);
  }

  /** Silent is: the connection stands, and nothing comes. */
  private void answer(HttpExchange exchange) throws IOException {
    fetches.incrementAndGet();
    if (!isSilent) {
      byte[] keys = ISSUER.publicKeys().toString().getBytes(UTF_8);
      exchange.sendResponseHeaders(200, keys.length);
      exchange.getResponseBody().write(keys);
      exchange.close();
    }
  }

  @Test
  void aGoodClientIsServedWhileOthersTryTokensOfTheirOwnMaking() throws Exception {
    Path data = temp.resolve("data");
    Path register = Files.createDirectories(temp.resolve("register"));
    Files.writeString(register.resolve("organisationer.csv"), "type,kode,navn\n2,11,A-kasse\n");
    LoadCitizens.imported(data, register, 1);
    try (JarProcess service =
        JarProcess.start(data, List.of("-Xmx192m"), "serve", "--config", config().toString())) {
      String address = service.address();
      phase("quiet", address);
      Thread[] attackers =
          IntStream.range(0, ATTACKERS)
              .mapToObj(seed -> new Thread(() -> attack(address, new Random(seed))))
              .toArray(Thread[]::new);
      for (Thread attacker : attackers) {
        attacker.start();
      }
      Duration typical = phase("flood", address);
      isSilent = true;
      Duration whileSilent = phase("flood, issuer silent", address);
      isOver = true;
      for (Thread attacker : attackers) {
        attacker.join();
      }
      // More attackers than workers: if those waited for the issuer, nobody would be served.
      assertThat(whileSilent).isLessThan(typical.multipliedBy(3).plusMillis(500));
    }
    assertThat(answers.keySet()).containsOnly(401);
    // At the start; each two minutes, or 15 seconds after a failure; at most each ten seconds.
    assertThat(fetches).hasValueLessThanOrEqualTo(12);
  }

  /** How long half of the good calls take at most. */
  private Duration phase(String name, String address) throws Exception {
    long[] nanos = new long[100_000];
    int count = 0;
    long attacksBefore = attacks.get();
    int fetchesBefore = fetches.get();
    Instant end = Instant.now().plus(PHASE);
    while (Instant.now().isBefore(end) && count < nanos.length) {
      String token = goodToken();
      long begin = System.nanoTime();
      assertThat(status(address, token)).as(name).isEqualTo(200);
      nanos[count++] = System.nanoTime() - begin;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    System.out.printf(
        "%s: %d calls of a good client, p50 %d ms, p99 %d ms, worst %d ms; %d invalid tokens a"
            + " second; %d fetches%n",
        name,
        count,
        sorted[count / 2] / 1_000_000,
        sorted[count * 99 / 100] / 1_000_000,
        sorted[count - 1] / 1_000_000,
        (attacks.get() - attacksBefore) / PHASE.toSeconds(),
        fetches.get() - fetchesBefore);
    return Duration.ofNanos(sorted[count / 2]);
  }

  private void attack(String address, Random random) {
    while (!isOver) {
      int status = status(address, badToken(random));
      answers.computeIfAbsent(status, unseen -> new AtomicLong()).incrementAndGet();
      attacks.incrementAndGet();
    }
  }

  private int status(String address, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + PATH))
            .header("Authorization", "Bearer " + token)
            .header("x-civilregistrationIdentifier", Load.cpr(0))
            .build();
    try {
      return http.send(request, BodyHandlers.ofByteArray()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String goodToken() {
    Date now = new Date();
    return ISSUER.token(
        claims ->
            claims
                .issueTime(now)
                .expirationTime(new Date(now.getTime() + 3_600_000))
                .jwtID(UUID.randomUUID().toString())
                .claim("scope", String.join(" ", Contract.bundled().scopes())));
  }

  /**
   * Of the right form, by a known or an unknown key of either kind, small or as large as may be.
   */
  private static String badToken(Random random) {
    boolean isRsa = random.nextBoolean();
    String keyId = random.nextBoolean() ? (isRsa ? "rsa" : "ec") : "k" + random.nextInt();
    String header =
        "{\"typ\":\"at+jwt\",\"alg\":\"%s\",\"kid\":\"%s\"}"
            .formatted(isRsa ? "RS256" : "ES256", keyId);
    byte[] filler = bytes(random, random.nextInt(4) == 0 ? 4000 : 200);
    String payload = "{\"jti\":\"%s\"}".formatted(base64(filler));
    return base64(header.getBytes(UTF_8))
        + "."
        + base64(payload.getBytes(UTF_8))
        + "."
        + base64(bytes(random, isRsa ? 256 : 64));
  }

  private static byte[] bytes(Random random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private Path config() throws IOException {
    List<String> lines =
        List.of(
            "borgerkontakt.identity.mode=oidc",
            "borgerkontakt.identity.issuer=https://issuer.example",
            "borgerkontakt.identity.audience=borgerkontakt",
            "borgerkontakt.identity.jwks-uri=http://127.0.0.1:"
                + issuer.getAddress().getPort()
                + "/jwks",
            "borgerkontakt.mail.host=127.0.0.1",
            "borgerkontakt.mail.from=kontakt@kontakt.dk",
            "borgerkontakt.sms.gateway=https",
            "borgerkontakt.sms.sender=Kontakt",
            "borgerkontakt.sms.https.url=http://127.0.0.1:1/",
            "borgerkontakt.sms.https.body={\"to\":\"{modtager}\",\"text\":\"{tekst}\"}");
    return Files.write(temp.resolve("service.properties"), lines, UTF_8);
  }
}
