package dk.borgerkontakt.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.messages.MailSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedCertificatesTest {

  @TempDir static Path certificates;

  private static TestCertificate one;
  private static TestCertificate two;

  @TempDir Path folder;

  @BeforeAll
  static void make() {
    one = TestCertificate.of(certificates, "dns:one.example");
    two = TestCertificate.of(certificates, "dns:one.example");
  }

  @Test
  void trustsEachCertificateOfTheFile() throws IOException {
    Path both = folder.resolve("both.pem");
    Files.writeString(
        both, "The first\n" + Files.readString(one.pem()) + "\n" + Files.readString(two.pem()));

    assertThat(handshake(one, both)).isEqualTo("CN=gateway");
    assertThat(handshake(two, both)).isEqualTo("CN=gateway");
  }

  @Test
  void trustsNoOther() {
    assertThatThrownBy(() -> handshake(one, two.pem())).isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void trustsWhomJavaTrustsWhenThereIsNoFile() {
    assertThatThrownBy(() -> handshake(one, null)).isInstanceOf(SSLHandshakeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no certificate",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\nMIIB",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
      })
  void tellsWhichSettingNamesAFileWithoutCertificates(String content) throws IOException {
    Path file = folder.resolve("ca.pem");
    Files.writeString(file, content);

    assertThatThrownBy(() -> TrustedCertificates.of(file, MailSetting.CA_FILE))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            fault ->
                assertThat(fault.faults())
                    .containsExactly(
                        "borgerkontakt.mail.ca-file is "
                            + file
                            + ", which holds no certificates that can be read; give a PEM file"));
  }

  @Test
  void tellsWhenTheFileHasGone() {
    assertThatThrownBy(
            () -> TrustedCertificates.of(folder.resolve("gone.pem"), MailSetting.CA_FILE))
        .isInstanceOf(ConfigurationException.class);
  }

  /** Whom a client that trusts the file finds at a server with this certificate. */
  private static String handshake(TestCertificate server, @Nullable Path caFile)
      throws IOException {
    SSLContext client = TrustedCertificates.of(caFile, MailSetting.CA_FILE).sslContext();
    try (SSLServerSocket listener =
            (SSLServerSocket)
                server
                    .serverContext()
                    .getServerSocketFactory()
                    .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SSLSocket socket = (SSLSocket) client.getSocketFactory().createSocket()) {
      CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(listener));
      socket.connect(listener.getLocalSocketAddress());
      socket.startHandshake();
      served.join();
      return socket.getSession().getPeerPrincipal().getName();
    }
  }

  private static void serve(SSLServerSocket listener) {
    try (SSLSocket socket = (SSLSocket) listener.accept()) {
      socket.startHandshake();
    } catch (SSLException refusedByTheClient) {
      // That is what the test looks at, from the other side.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
