package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.RawConnection;
import dk.borgerkontakt.server.testing.TestCa;
import dk.borgerkontakt.server.testing.TestIdentity;
import dk.borgerkontakt.server.testing.TestServer;
import dk.borgerkontakt.server.testing.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public port over TLS, by clients that are as they should be and by others. */
class TlsTest {

  private static final TestCa CA = new TestCa("ca");
  private static final SSLContext TRUSTING = TestIdentity.trusting(CA.certificate());
  private static final String CITIZEN = "0207809002";
  private static final String BODY =
      "{\"kontaktinformationer\":{\"kontaktinformation\":[{\"kontaktdataType\":2,"
          + "\"kontaktdata\":\"33120099\"}]}}";

  @TempDir private static Path folder;
  private static TestServer server;
  private static Wire wire;

  @BeforeAll
  static void start() throws IOException {
    CA.server().write(folder, "server");
    server = TestServer.with().tls(folder).start();
    wire = server.over(TRUSTING);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theSandboxSpeaksOfItselfAsHttps() {
    Caller star = wire.as("star");

    assertThat(server.baseUri().getScheme()).isEqualTo("https");
    assertThat(star.read(CITIZEN).send().status()).isEqualTo(200);
    Answer metadata = star.get("/.well-known/oauth-authorization-server").illFormed().send();
    assertThat(metadata.json().get("token_endpoint").textValue())
        .isEqualTo(server.baseUri().resolve("/oauth2/token").toString());
    assertThat(star.get("/docs").illFormed().send().status()).isEqualTo(200);
  }

  @Test
  void plainHttpIsNotAnswered() {
    try (RawConnection plain = server.connect()) {
      plain.write("GET /docs HTTP/1.1\r\nHost: x\r\n\r\n");

      assertThatThrownBy(() -> plain.read("GET")).isInstanceOf(UncheckedIOException.class);
    }
    assertThat(wire.as("star").read(CITIZEN).send().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void theVersionsOfTodayAreSpoken(String version) throws IOException {
    try (SSLSocket socket = socket(TRUSTING, version)) {
      socket.startHandshake();

      assertThat(socket.getSession().getProtocol()).isEqualTo(version);
      assertThat(socket.getSession().getCipherSuite())
          .matches("TLS_(ECDHE_.*)?AES_128_GCM_SHA256|.*GCM.*");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TLS_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"})
  void weakCipherSuitesAreNotSpoken(String suite) throws IOException {
    try (SSLSocket socket = socket(TRUSTING, "TLSv1.2")) {
      socket.setEnabledCipherSuites(new String[] {suite});

      assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
    }
  }

  /** Java would not even ask for it: the first message is written by hand. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theVersionsOfYesterdayAreRefused(int minor) throws IOException {
    byte[] hello = oldHello(minor);
    try (Socket socket = new Socket(server.baseUri().getHost(), server.baseUri().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(hello);

      byte[] answer = socket.getInputStream().readAllBytes();

      // An alert, fatal, protocol_version (RFC 8446, 6).
      assertThat(answer).hasSize(7).startsWith(21).endsWith(2, 70);
    }
  }

  /** A ClientHello of TLS 1.0 or 1.1 with one cipher suite of that time (RFC 4346, 7.4.1.2). */
  private static byte[] oldHello(int minor) {
    byte[] hello = new byte[5 + 4 + 41];
    byte[] head = {22, 3, 1, 0, 45, 1, 0, 0, 41, 3, (byte) minor};
    System.arraycopy(head, 0, hello, 0, head.length);
    byte[] tail = {0, 0, 2, (byte) 0xc0, 0x09, 1, 0};
    System.arraycopy(tail, 0, hello, hello.length - tail.length, tail.length);
    return hello;
  }

  @Test
  void aSecondHandshakeEndsTheConnection() throws IOException {
    try (SSLSocket socket = socket(TRUSTING, "TLSv1.2")) {
      socket.startHandshake();

      socket.startHandshake(); // only asks, where there was one

      assertThatThrownBy(
              () -> {
                socket.getOutputStream().write("GET /docs HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
                assertThat(socket.getInputStream().read()).isNegative();
                throw new IOException("closed");
              })
          .isInstanceOf(IOException.class);
    }
    assertThat(wire.as("star").read(CITIZEN).send().status()).isEqualTo(200);
  }

  @Test
  void bodiesArriveWithAnUpgradeInPiecesAndTooLarge() {
    Caller akasse = wire.as("akasse-11");

    assertThat(akasse.post(Caller.PATH, BODY).cpr("3112999012").send().status()).isEqualTo(204);
    String large = BODY.replace("33120099", "3".repeat(3_000_000));
    assertThat(akasse.post(Caller.PATH, large).cpr("3112999012").illFormed().send().status())
        .isEqualTo(413);
    try (RawConnection connection = wire.connect()) {
      List<String> headers =
          List.of(
              "Authorization: Bearer " + wire.token("akasse-11"),
              "x-civilregistrationIdentifier: 3112999012",
              "Content-Type: application/json",
              "Connection: Upgrade",
              "Upgrade: h2c",
              "Content-Length: " + BODY.length());
      assertThat(connection.exchange("POST", Caller.PATH, headers, BODY).status()).isEqualTo(204);
      connection.write("POST", Caller.PATH, headers, BODY.substring(0, 20));
      connection.write(BODY.substring(20));
      assertThat(connection.read("POST").status()).isEqualTo(204);
    }
  }

  @Test
  void requestsMayFollowEachOtherOnOneConnection() {
    String request = "GET /openapi.yaml HTTP/1.1\r\nHost: x\r\n\r\n";
    try (RawConnection connection = wire.connect()) {
      connection.write(request.repeat(20));

      for (int i = 0; i < 20; i++) {
        assertThat(connection.read("GET").text()).startsWith("openapi: 3").endsWith("\n");
      }
    }
  }

  @Test
  void changedFilesCountForNewConnectionsAndOldOnesGoOn() throws IOException {
    try (SSLSocket old = socket(TRUSTING, "TLSv1.3")) {
      old.startHandshake();
      TestIdentity renewed = CA.server();

      renewed.write(folder, "server");

      Await.until(
          "the renewed certificate",
          () -> shown().equals(renewed.certificate()) ? Optional.of(1) : Optional.empty());
      old.getOutputStream().write("GET /oauth2/jwks HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
      assertThat(new String(old.getInputStream().readNBytes(12))).isEqualTo("HTTP/1.1 200");
    }
  }

  private static Certificate shown() {
    try (SSLSocket socket = socket(TRUSTING, "TLSv1.3")) {
      socket.startHandshake();
      return socket.getSession().getPeerCertificates()[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
