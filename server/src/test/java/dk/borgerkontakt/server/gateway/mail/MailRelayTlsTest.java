package dk.borgerkontakt.server.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.server.config.messages.MailSettings;
import dk.borgerkontakt.server.config.messages.MailSettings.Login;
import dk.borgerkontakt.server.config.messages.MailSettings.Security;
import dk.borgerkontakt.server.gateway.TestCertificate;
import dk.borgerkontakt.server.gateway.mail.ScriptedRelay.Step;
import dk.borgerkontakt.server.outbox.NotTakenException;
import dk.borgerkontakt.server.outbox.Outcome.Accepted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailRelayTlsTest {

  private static final Login LOGIN = new Login("kontakt", "hemmeligt");

  private static final Duration SOON = Duration.ofMillis(800);

  @TempDir static Path folder;

  private static TestCertificate ours;
  private static TestCertificate ofAnother;

  private final TestMailServer server = new TestMailServer();

  @BeforeAll
  static void makeCertificates() {
    ours = TestCertificate.of(folder, "ip:127.0.0.1");
    ofAnother = TestCertificate.of(folder, "dns:relay.example", "dns:127.0.0.1.example");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTTLS", "TLS"})
  void sendsByTls(Security security) throws IOException {
    try (TlsFront front = front(ours, security)) {
      assertThat(send(security, front.port(), null, ours.pem())).isInstanceOf(Accepted.class);

      assertThat(server.received()).hasSize(1);
      assertThat(front.inTheClear).isSubsetOf("EHLO example.dk", "STARTTLS");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTTLS", "TLS"})
  void sendsNothingToOneWithACertificateForAnotherName(Security security) {
    try (TlsFront front = front(ofAnother, security)) {
      assertThatThrownBy(() -> send(security, front.port(), LOGIN, ofAnother.pem()))
          .isInstanceOf(NotTakenException.class)
          .hasMessageStartingWith("CONNECT: Certificate");
      assertThat(server.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTTLS", "TLS"})
  void sendsNothingToOneWhoseCertificateNobodySigned(Security security) {
    try (TlsFront front = front(ours, security)) {
      for (Path trusted : new Path[] {null, ofAnother.pem()}) {
        assertThatThrownBy(() -> send(security, front.port(), LOGIN, trusted))
            .isInstanceOf(NotTakenException.class)
            .hasMessageStartingWith("CONNECT: ");
      }
      assertThat(server.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTTLS", "TLS"})
  void logsIn(Security security) throws IOException {
    server.requireLogin(LOGIN.user(), LOGIN.password());
    try (TlsFront front = front(ours, security)) {
      assertThat(send(security, front.port(), LOGIN, ours.pem())).isInstanceOf(Accepted.class);
      assertThatThrownBy(
              () -> send(security, front.port(), new Login("kontakt", "forkert"), ours.pem()))
          .isInstanceOf(NotTakenException.class)
          .hasMessage("CONNECT: 535 5.7.8");
      assertThat(server.received()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"250 relay.example", "250-relay.example\r\n250 AUTH PLAIN LOGIN", "502 no"})
  void sendsNothingInTheClearWhereStarttlsIsMissing(String ehlo) {
    try (ScriptedRelay script = new ScriptedRelay(Map.of(Step.EHLO, ehlo))) {
      assertThatThrownBy(() -> send(Security.STARTTLS, script.port(), LOGIN, ours.pem()))
          .isInstanceOf(NotTakenException.class)
          .hasMessageMatching("CONNECT: (no STARTTLS offered|502)");
      assertThat(script.lines).allMatch(line -> line.matches("(EHLO|HELO) example\\.dk|QUIT"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"454 4.7.0 not now", "500 what", "hang", "drop", "trickle", "220 but no TLS"})
  void sendsNothingInTheClearWhereStarttlsFails(String answer) {
    Map<Step, String> faults =
        Map.of(Step.EHLO, "250-relay.example\r\n250 STARTTLS", Step.STARTTLS, answer);
    try (ScriptedRelay script = new ScriptedRelay(faults)) {
      MailSettings settings = Mails.settings(script.port(), Security.STARTTLS, LOGIN, ours.pem());
      try (MailRelay relay = new MailRelay(settings, SOON, SOON)) {
        assertThatThrownBy(() -> Mails.send(relay, Mails.to(Mails.RECIPIENT)))
            .isInstanceOf(NotTakenException.class)
            .hasMessageStartingWith("CONNECT: ");
      }
      assertThat(script.lines).noneMatch(line -> line.matches("(AUTH|MAIL|RCPT|DATA).*"));
    }
  }

  /** As in CVE-2011-0411, the other way round: who is between puts an answer before the TLS. */
  @Test
  void forgetsWhatWasSaidBeforeTls() throws IOException {
    String injected = "250-front.example\r\n250 AUTH PLAIN\r\n235 ok\r\n250 ok\r\n250 ok\r\n";
    try (TlsFront front = new TlsFront(ours, true, injected, server.port())) {
      assertThat(send(Security.STARTTLS, front.port(), null, ours.pem()))
          .isInstanceOf(Accepted.class);
      assertThat(server.received()).hasSize(1);
    }
  }

  @Test
  void sendsAsNobodyToNoRelay() {
    Map<Step, String> noLogin = Map.of(Step.EHLO, "250-relay.example\r\n250 STARTTLS");
    try (ScriptedRelay script = new ScriptedRelay(noLogin, ours)) {
      assertThatThrownBy(() -> send(Security.STARTTLS, script.port(), LOGIN, ours.pem()))
          .isInstanceOf(NotTakenException.class)
          .hasMessage("CONNECT: no AUTH offered");
      assertThat(script.lines).filteredOn(line -> line.startsWith("EHLO")).hasSize(2);
      assertThat(script.lines).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  private TlsFront front(TestCertificate certificate, Security security) {
    return new TlsFront(certificate, security == Security.STARTTLS, "", server.port());
  }

  private static Object send(
      Security security, int port, @Nullable Login login, @Nullable Path trusted)
      throws IOException {
    MailSettings settings = Mails.settings(port, security, login, trusted);
    try (MailRelay relay = new MailRelay(settings)) {
      return Mails.send(relay, Mails.to(Mails.RECIPIENT));
    }
  }
}
