package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.TestCa;
import dk.borgerkontakt.server.testing.TestIdentity;
import dk.borgerkontakt.server.testing.TestServer;
import dk.borgerkontakt.server.testing.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates of clients, and the tokens that are bound to them. */
class ClientCertificateTest {

  private static final TestCa CA = new TestCa("ca");
  private static final SSLContext TRUSTING = TestIdentity.trusting(CA.certificate());
  private static final String CITIZEN = "0207809002";

  @TempDir private static Path folder;
  private static TestServer server;
  private static Wire wire;

  @BeforeAll
  static void start() throws IOException {
    CA.server().write(folder, "server");
    Files.writeString(folder.resolve("ca.pem"), TestIdentity.pem(CA.certificate()));
    server =
        TestServer.with()
            .tls(folder)
            .setting("borgerkontakt.tls.client-certificates", "optional")
            .setting("borgerkontakt.tls.client-ca", folder.resolve("ca.pem").toString())
            .start();
    wire = server.over(TRUSTING);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aTokenThatWasGotWithACertificateCountsWithThatAlone() {
    Wire own = over(CA.client("system"));
    String bound = own.token("akasse-11");

    assertThat(own.withTokens(() -> bound).read(CITIZEN).send().status()).isEqualTo(200);
    assertThat(wire.withTokens(() -> bound).read(CITIZEN).send().outcome()).isEqualTo(1012);
    assertThat(over(CA.client("system")).withTokens(() -> bound).read(CITIZEN).send().outcome())
        .isEqualTo(1012);
    assertThat(own.withTokens(() -> bound).read(CITIZEN).send().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Client-Cert", "X-SSL-Client-Cert", "X-Forwarded-Client-Cert"})
  void noHeaderStandsForACertificate(String header) throws Exception {
    TestIdentity identity = CA.client("system");
    String bound = over(identity).token("akasse-11");
    String der = Base64.getEncoder().encodeToString(identity.certificate().getEncoded());

    Answer answer =
        wire.withTokens(() -> bound).read(CITIZEN).header(header, ":" + der + ":").send();

    assertThat(answer.outcome()).isEqualTo(1012);
    assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
  }

  @Test
  void anUnboundTokenCountsWithACertificateToo() {
    String unbound = wire.token("akasse-11");

    assertThat(over(CA.client("s")).withTokens(() -> unbound).read(CITIZEN).send().status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void certificatesThatAreNotGoodEndTheHandshake(String version) throws IOException {
    TestCa another = new TestCa("another");
    TestCa sameName = new TestCa("ca");
    refused(another.client("system"), version);
    refused(
        new TestIdentity(
            sameName.client("x").key(), CA.client("y").certificate(), CA.certificate()),
        version);
    refused(
        CA.client("system", Instant.parse("2021-01-01T00:00:00Z"), TestCa.CLIENT_AUTH), version);
    refused(
        CA.client("system", Instant.parse("2048-01-01T00:00:00Z"), TestCa.SERVER_AUTH), version);
    TestIdentity selfSigned = another.server();
    refused(
        new TestIdentity(selfSigned.key(), another.certificate(), another.certificate()), version);
    assertThat(over(CA.client("system")).as("star").read(CITIZEN).send().status()).isEqualTo(200);
  }

  /** Java shows a certificate of any issuer, if it is told to. */
  private static void refused(TestIdentity identity, String version) throws IOException {
    try (SSLSocket socket = socket(identity.shownToAnybody(CA.certificate()), version)) {
      assertThatThrownBy(
              () -> {
                socket.startHandshake();
                socket.getOutputStream().write("GET /docs HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
                if (socket.getInputStream().read() < 0) {
                  throw new IOException("closed");
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  private static Wire over(TestIdentity identity) {
    return server.over(identity.shownTo(CA.certificate()));
  }

  private static SSLSocket socket(SSLContext context, String version) throws IOException {
    URI uri = server.baseUri();
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(InetAddress.getByName(uri.getHost()), uri.getPort());
    socket.setSoTimeout(20_000);
    socket.setEnabledProtocols(new String[] {version});
    return socket;
  }
}
