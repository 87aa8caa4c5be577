package dk.borgerkontakt.server.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.server.gateway.mail.ScriptedRelay.Step;
import dk.borgerkontakt.server.outbox.NotTakenException;
import dk.borgerkontakt.server.outbox.Outcome.Accepted;
import dk.borgerkontakt.server.testing.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How connections are used again, and for how long. */
class RelayConnectionsTest {

  private final ScriptedRelay server = new ScriptedRelay(Map.of());
  private final MailRelay relay = new MailRelay(Mails.settings(server.port()));

  @AfterEach
  void stop() {
    relay.close();
    server.close();
  }

  @Test
  void sendsOneAfterTheOtherOnOneConnection() throws IOException {
    send(3);

    assertThat(server.connections).hasValue(1);
    assertThat(server.messages).hasValue(3);
    assertThat(server.lines.get(0)).isEqualTo("EHLO example.dk");
    assertThat(server.lines).filteredOn(line -> line.startsWith("EHLO")).hasSize(1);
  }

  @Test
  void replacesOneThatTheRelayHasEnded() throws IOException {
    send(1);
    server.dropAll();

    send(1);

    assertThat(server.connections).hasValue(2);
    assertThat(server.messages).hasValue(2);
  }

  @Test
  void replacesOneOnWhichTheRelayTakesNoMore() throws IOException {
    send(1);
    server.change(Step.MAIL, "421 4.7.0 too many on this connection");
    assertThatThrownBy(() -> send(1)).hasMessage("MAIL: 421 4.7.0");
    assertThat(server.connections).hasValue(2);
    server.change(Step.MAIL, "250 ok");

    send(1);

    assertThat(server.messages).hasValue(2);
  }

  @Test
  void doesNotSendAgainWhatTheRelayMayHaveTaken() throws IOException {
    send(1);
    server.change(Step.DOT, ScriptedRelay.DROP);

    assertThatThrownBy(() -> send(1)).isInstanceOf(NotTakenException.class);

    assertThat(server.messages).hasValue(2);
    assertThat(server.connections).hasValue(1);
  }

  @Test
  void renewsOneAfterAHundredMessages() throws IOException {
    send(101);

    assertThat(server.connections).hasValue(2);
    assertThat(server.lines).filteredOn("QUIT"::equals).hasSize(1);
  }

  @Test
  void endsOneThatIsIdle() throws IOException {
    Duration soon = Duration.ofMillis(100);
    Duration late = Duration.ofSeconds(25);
    try (MailRelay impatient = new MailRelay(Mails.settings(server.port()), late, soon)) {
      Mails.send(impatient, Mails.to(Mails.RECIPIENT));

      awaitGoodbye();
    }
  }

  @Test
  void endsThemAllWhenItIsClosed() throws IOException {
    send(1);
    relay.close();

    awaitGoodbye();
  }

  private void awaitGoodbye() {
    Await.until("QUIT", () -> server.lines.contains("QUIT") ? Optional.of(true) : Optional.empty());
  }

  @Test
  void opensNoMoreThanItMay() {
    ExecutorService threads = Executors.newFixedThreadPool(12);
    List<CompletableFuture<Void>> sendings =
        IntStream.range(0, 60)
            .mapToObj(number -> CompletableFuture.runAsync(this::sendOne, threads))
            .toList();
    sendings.forEach(CompletableFuture::join);
    threads.shutdown();

    assertThat(server.messages).hasValue(60);
    assertThat(server.connections).hasValueLessThanOrEqualTo(4);
  }

  private void sendOne() {
    try {
      send(1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void send(int messages) throws IOException {
    for (int message = 0; message < messages; message++) {
      assertThat(Mails.send(relay, Mails.to(Mails.RECIPIENT))).isInstanceOf(Accepted.class);
    }
  }
}
