package dk.borgerkontakt.server.gateway.smpp;

import static dk.borgerkontakt.server.gateway.smpp.Fixture.overTls;
import static dk.borgerkontakt.server.gateway.smpp.Fixture.sendInTheEnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.server.gateway.TestCertificate;
import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.TestSmsCentre;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

  @TempDir static Path folder;

  private static TestCertificate certificate;

  @BeforeAll
  static void make() {
    certificate = TestCertificate.of(folder, "dns:localhost");
  }

  @Test
  void aCentreWithATrustedCertificateOfItsNameIsBound() {
    try (TestSmsCentre other = TestSmsCentre.start(sockets());
        SmsCentre centre = overTls("localhost", other.port(), certificate.pem())) {
      assertThat(sendInTheEnd(centre, "Hej")).isInstanceOf(Outcome.Accepted.class);
    }
  }

  @Test
  void aCentreWhoseCertificateHasAnotherNameIsNot() {
    try (TestSmsCentre other = TestSmsCentre.start(sockets());
        SmsCentre centre = overTls("127.0.0.1", other.port(), certificate.pem())) {
      assertNeverBound(centre, other);
    }
  }

  @Test
  void aCentreThatNobodyVouchesForIsNot() {
    try (TestSmsCentre other = TestSmsCentre.start(sockets());
        SmsCentre centre = overTls("localhost", other.port(), null)) {
      assertNeverBound(centre, other);
    }
  }

  @Test
  void aCentreWithoutTlsIsNot() {
    try (TestSmsCentre other = TestSmsCentre.start();
        SmsCentre centre = overTls("localhost", other.port(), certificate.pem())) {
      assertNeverBound(centre, other);
    }
  }

  private static ServerSocketFactory sockets() {
    return certificate.serverContext().getServerSocketFactory();
  }

  private static void assertNeverBound(SmsCentre centre, TestSmsCentre other) {
    centre.start();
    assertThatThrownBy(
            () ->
                Await.until(
                    "a bind",
                    Duration.ofSeconds(1),
                    () -> other.binds() > 0 ? Optional.of(1) : Optional.empty()))
        .hasMessageContaining("in vain");
    assertThat(Fixture.cannotSend(centre)).isTrue();
  }
}
