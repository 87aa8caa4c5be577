package dk.borgerkontakt.server.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.server.config.messages.MailSettings;
import dk.borgerkontakt.server.gateway.mail.ScriptedRelay.Step;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.NotTakenException;
import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.outbox.Outcome.Accepted;
import dk.borgerkontakt.server.outbox.Outcome.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a mail when the relay fails at each step, in each way that it can. */
class MailRelayFaultsTest {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LEASE = Duration.ofSeconds(5);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # step   | what the relay says                        | outcome, or again
          GREETING | hang                                       | again CONNECT: SocketTimeoutException
          GREETING | drop                                       | again CONNECT: no reply
          GREETING | trickle                                    | again CONNECT: SocketException
          GREETING | 421 4.3.2 closing                          | again CONNECT: 421 4.3.2
          GREETING | 554 5.3.2 not here                         | again CONNECT: 554 5.3.2
          GREETING | HTTP/1.1 400 Bad Request                   | again CONNECT: no reply
          EHLO     | hang                                       | again CONNECT: SocketTimeoutException
          EHLO     | drop                                       | again CONNECT: no reply
          EHLO     | trickle                                    | again CONNECT: SocketException
          EHLO     | 421 4.3.2 closing                          | again CONNECT: 421 4.3.2
          EHLO     | 550 5.7.1 who are you                      | again CONNECT: 550 5.7.1
          MAIL     | hang                                       | again MAIL: SocketTimeoutException
          MAIL     | drop                                       | again MAIL: *
          MAIL     | trickle                                    | again MAIL: SocketException
          MAIL     | 421 4.3.2 closing                          | again MAIL: 421 4.3.2
          MAIL     | 451 4.3.0 not now                          | again MAIL: 451 4.3.0
          MAIL     | 530 5.7.0 log in first                     | again MAIL: 530 5.7.0
          MAIL     | 550 5.1.8 no such sender                   | again MAIL: 550 5.1.8
          MAIL     | 553 5.7.1 sender not owned by user         | again MAIL: 553 5.7.1
          RCPT     | hang                                       | again RCPT: SocketTimeoutException
          RCPT     | drop                                       | again RCPT: *
          RCPT     | trickle                                    | again RCPT: SocketException
          RCPT     | 421 4.3.2 closing                          | again RCPT: 421 4.3.2
          RCPT     | 450 4.2.0 greylisted                       | again RCPT: 450 4.2.0
          RCPT     | 452 4.2.2 mailbox full for now             | again RCPT: 452 4.2.2
          RCPT     | 454 4.7.0 TLS not available                | again RCPT: 454 4.7.0
          RCPT     | 503 5.5.1 MAIL first                       | again RCPT: 503 5.5.1
          RCPT     | 530 5.7.0 log in first                     | again RCPT: 530 5.7.0
          RCPT     | 550 no such user                           | invalid 550
          RCPT     | 551 moved                                  | invalid 551
          RCPT     | 553 no such name                           | invalid 553
          RCPT     | 556 domain takes no mail                   | invalid 556
          RCPT     | 550 5.1.1 no such user                     | invalid 550 5.1.1
          RCPT     | 550-5.1.1 no such user\\r\\n550 5.1.1 so   | invalid 550 5.1.1
          RCPT     | 550 5.1.10 null MX                         | invalid 550 5.1.10
          RCPT     | 550 5.2.1 mailbox disabled                 | invalid 550 5.2.1
          RCPT     | 501 5.1.3 bad address                      | invalid 501 5.1.3
          RCPT     | 554 5.7.1 relay access denied              | refused 554 5.7.1
          RCPT     | 550 5.7.1 policy                           | refused 550 5.7.1
          RCPT     | 553 not in my rcpthosts (#5.7.1)           | refused 553 5.7.1
          RCPT     | 552 5.2.2 mailbox full                     | refused 552 5.2.2
          RCPT     | 552 mailbox full                           | refused 552
          RCPT     | 550 5.4.1 access denied                    | refused 550 5.4.1
          RCPT     | 550 5.1.8 sender's domain not found        | refused 550 5.1.8
          RCPT     | 550 5.1.0 sender rejected                  | refused 550 5.1.0
          RCPT     | 554 transaction failed                     | refused 554
          DATA     | hang                                       | again DATA: SocketTimeoutException
          DATA     | drop                                       | again DATA: *
          DATA     | trickle                                    | again DATA: SocketException
          DATA     | 451 4.3.0 not now                          | again DATA: 451 4.3.0
          DATA     | 554 5.5.1 no valid recipients              | refused 554 5.5.1
          BODY     | drop                                       | again DATA: *
          DOT      | hang                                       | again DATA: SocketTimeoutException
          DOT      | drop                                       | again DATA: *
          DOT      | trickle                                    | again DATA: SocketException
          DOT      | 421 4.3.2 closing                          | again DATA: 421 4.3.2
          DOT      | 452 4.3.1 disk full                        | again DATA: 452 4.3.1
          DOT      | 550 5.1.1 late answer                      | refused 550 5.1.1
          DOT      | 554 5.6.0 not liked                        | refused 554 5.6.0
          """,
      delimiter = '|')
  void findsTheOutcome(Step step, String said, String expected) {
    try (ScriptedRelay server = new ScriptedRelay(Map.of(step, said.replace("\\r\\n", "\r\n")));
        MailRelay relay = relay(server, said)) {
      long start = System.nanoTime();

      String outcome = outcome(relay);

      if (expected.endsWith("*")) {
        assertThat(outcome).startsWith(expected.substring(0, expected.length() - 1));
      } else {
        assertThat(outcome).isEqualTo(expected);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LEASE);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GREETING", "EHLO", "RCPT", "DOT"})
  void keepsNoReplyWithoutEnd(Step step) {
    try (ScriptedRelay server = new ScriptedRelay(Map.of(step, ScriptedRelay.FLOOD));
        MailRelay relay = new MailRelay(Mails.settings(server.port()), LEASE, LEASE)) {
      assertThat(outcome(relay)).startsWith("again ");

      assertThat(server.flooded).hasValueLessThan(20_000_000);
    }
  }

  /** With no more patience than the fault needs. */
  private static MailRelay relay(ScriptedRelay server, String said) {
    MailSettings settings = Mails.settings(server.port());
    return switch (said) {
      case ScriptedRelay.HANG -> new MailRelay(Mails.impatient(settings));
      case ScriptedRelay.TRICKLE -> new MailRelay(settings, SOON, SOON);
      default -> new MailRelay(settings);
    };
  }

  /** In the words of the table. */
  private static String outcome(MailRelay relay) {
    try {
      Outcome outcome = Mails.send(relay, Mails.to(Mails.RECIPIENT));
      if (outcome instanceof Refused refused) {
        return (refused.isAddressInvalid() ? "invalid " : "refused ") + refused.code();
      }
      return "accepted";
    } catch (IOException e) {
      assertThat(e).hasNoCause();
      return "again " + e.getMessage();
    }
  }

  @Test
  void isToBeTriedAgainWhereNobodyListens() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    try (MailRelay relay = new MailRelay(Mails.settings(port))) {
      assertThat(outcome(relay)).isEqualTo("again CONNECT: ConnectException");
    }
  }

  @Test
  void isToBeTriedAgainWhereTheRelayHasNoName() {
    try (MailRelay relay = new MailRelay(Mails.settings(25, "relay.invalid"))) {
      assertThat(outcome(relay)).isEqualTo("again CONNECT: UnknownHostException");
    }
  }

  @Test
  void goesOnAfterARefusedRecipient() throws IOException {
    try (ScriptedRelay server = new ScriptedRelay(Map.of(Step.RCPT, "550 5.1.1 unknown"));
        MailRelay relay = new MailRelay(Mails.settings(server.port()))) {
      assertThat(Mails.send(relay, Mails.to(Mails.RECIPIENT)))
          .isEqualTo(new Refused(true, "550 5.1.1"));

      server.change(Step.RCPT, "250 2.1.5 ok");
      Message second = Mails.to(Mails.RECIPIENT);

      assertThat(Mails.send(relay, second)).isEqualTo(new Accepted(second.id() + "@example.dk"));
      assertThat(server.connections).hasValue(1);
    }
  }

  @Test
  void sendsToAMailboxBeyondAsciiOnlyWhereTheRelayTakesIt() throws IOException {
    Message message = Mails.to("bø@example.net");
    try (ScriptedRelay server = new ScriptedRelay(Map.of());
        MailRelay relay = new MailRelay(Mails.settings(server.port()))) {
      assertThat(Mails.send(relay, message)).isEqualTo(new Refused(false, "local 5.6.7"));
      assertThat(server.lines).noneMatch(line -> line.startsWith("MAIL"));

      server.change(Step.EHLO, "250-relay.example\r\n250 SMTPUTF8");
      server.dropAll();
      Mails.send(relay, Mails.to(Mails.RECIPIENT));
      Mails.send(relay, message);

      assertThat(server.lines)
          .filteredOn(line -> line.startsWith("MAIL"))
          .containsSubsequence(
              "MAIL FROM:<kontakt@example.dk>", "MAIL FROM:<kontakt@example.dk> SMTPUTF8");
      assertThat(server.lines).contains("RCPT TO:<b\u00c3\u00b8@example.net>");
    }
  }

  @Test
  void endsAtItsTimeHoweverManyBytesComeInIt() {
    try (ScriptedRelay server = new ScriptedRelay(Map.of(Step.DOT, ScriptedRelay.TRICKLE));
        MailRelay relay = new MailRelay(Mails.settings(server.port()), SOON, SOON)) {
      long start = System.nanoTime();

      assertThatThrownBy(() -> Mails.send(relay, Mails.to(Mails.RECIPIENT)))
          .isInstanceOf(NotTakenException.class);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SOON, LEASE);
    }
  }
}
