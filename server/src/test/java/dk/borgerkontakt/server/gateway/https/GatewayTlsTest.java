package dk.borgerkontakt.server.gateway.https;

import static dk.borgerkontakt.server.gateway.https.GatewayFixture.UDLOEBER;
import static dk.borgerkontakt.server.gateway.https.GatewayFixture.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dk.borgerkontakt.server.gateway.TestCertificate;
import dk.borgerkontakt.server.outbox.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTlsTest {

  @TempDir private static Path folder;
  private static TestCertificate right;
  private static TestCertificate ofAnother;

  private final AtomicInteger requests = new AtomicInteger();
  private HttpsServer server;

  @BeforeAll
  static void makeCertificates() {
    right = TestCertificate.of(folder, "ip:127.0.0.1");
    ofAnother = TestCertificate.of(folder, "dns:gateway.example");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void sendsToWhomTheCertificateNames() throws IOException {
    start(right);

    assertThat(send(right.pem())).isEqualTo(new Outcome.Accepted("a-1"));
  }

  @Test
  void saysNothingToWhomNobodyTrusts() throws IOException {
    start(right);

    assertThatIOException().isThrownBy(() -> send(null));
    assertThatIOException().isThrownBy(() -> send(ofAnother.pem()));
    assertThat(requests).hasValue(0);
  }

  @Test
  void saysNothingToAnotherHostThanWasAskedFor() throws IOException {
    start(ofAnother);

    assertThatIOException().isThrownBy(() -> send(ofAnother.pem()));
    assertThat(requests).hasValue(0);
  }

  private Outcome send(Path caFile) throws IOException {
    URI url = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/sms");
    return GatewayFixture.gateway(GatewayFixture.https(url), Duration.ofSeconds(5), caFile)
        .send(message("x"), UDLOEBER);
  }

  private void start(TestCertificate certificate) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          byte[] body = "{\"status\":\"accepted\",\"id\":\"a-1\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }
}
