package dk.borgerkontakt.server.delivery;

import static dk.borgerkontakt.server.delivery.OutboxFixture.LIFETIME;
import static dk.borgerkontakt.server.delivery.OutboxFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.server.delivery.OutboxFixture.Workers;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.NotTakenException;
import dk.borgerkontakt.server.testing.LogLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutboxWorkerContract extends DeliveryContract {

  private final List<Message> sent = new CopyOnWriteArrayList<>();

  OutboxWorkerContract(Database database) {
    super(database);
  }

  @Test
  void sendsAMessageAndErasesIt() {
    Workers worker = fixture.start(sent::add);

    Message message = fixture.enqueue();
    fixture.outbox.wake();

    await(() -> fixture.state(message.id()) == 1);
    assertThat(sent).containsExactly(message);
    assertThat(fixture.hasContent(message.id())).isFalse();
    await(() -> worker.sent() == 1);
    assertThat(worker.dropped() + worker.retried()).isZero();
  }

  @Test
  void sendsWhatWaitedBeforeItBegan() {
    Message message = fixture.enqueue();

    fixture.start(sent::add);

    await(() -> fixture.state(message.id()) == 1);
  }

  @Test
  void findsAMessageThatAnotherProcessEnqueued() {
    fixture.start(OutboxFixture.anotherOutbox(), sent::add);

    Message message = fixture.enqueue();

    await(() -> fixture.state(message.id()) == 1);
    assertThat(sent).containsExactly(message);
  }

  @Test
  void neverSendsAMessageWhoseTransactionWasRolledBack() {
    fixture.start(sent::add);
    Message lost = fixture.message();
    assertThatThrownBy(
            () ->
                fixture.database.useTransaction(
                    handle -> {
                      fixture.outbox.enqueue(
                          handle, lost, fixture.origin(1L), OutboxFixture.NOW.plus(LIFETIME));
                      throw new IllegalStateException("rolled back");
                    }))
        .isInstanceOf(RuntimeException.class);

    Message kept = fixture.enqueue();
    fixture.outbox.wake();

    await(() -> fixture.state(kept.id()) == 1);
    assertThat(sent).containsExactly(kept);
  }

  @Test
  void keepsTheMessageEncryptedInTheDatabase() {
    fixture.enqueue();

    byte[] content =
        fixture.database.withHandle(
            handle -> handle.select("select indhold from outbox").mapTo(byte[].class).one());
    assertThat(new String(content, StandardCharsets.ISO_8859_1))
        .doesNotContain("4520120002")
        .doesNotContain("123456");
  }

  @Test
  void triesAgainLaterWhenTheSenderFails() {
    AtomicInteger attempts = new AtomicInteger();
    Workers worker =
        fixture.start(
            message -> {
              switch (attempts.incrementAndGet()) {
                case 1 -> throw new IOException("gateway down");
                case 2 -> throw new IllegalStateException("gateway confused");
                default -> sent.add(message);
              }
            });
    Message message = fixture.enqueue();
    fixture.outbox.wake();

    await(() -> worker.retried() == 1);
    fixture.advance(Duration.ofSeconds(1));
    await(() -> worker.retried() == 2);
    assertThat(fixture.state(message.id())).isZero();
    fixture.advance(Duration.ofSeconds(2));

    await(() -> fixture.state(message.id()) == 1);
    assertThat(sent).containsExactly(message);
  }

  @Test
  void dropsAMessageWhoseCodeDiedBeforeItCouldBeSent() {
    Message message = fixture.enqueue();
    fixture.killCodes();

    Workers worker = fixture.start(sent::add);

    await(() -> fixture.state(message.id()) == 2);
    assertThat(fixture.hasContent(message.id())).isFalse();
    assertThat(sent).isEmpty();
    await(() -> worker.dropped() == 1);
  }

  @Test
  void dropsAMessageThatExpiredWhileTheGatewayWasDown() {
    Workers worker =
        fixture.start(
            message -> {
              throw new IOException("gateway down");
            });
    Message message = fixture.enqueue();
    fixture.outbox.wake();
    await(() -> worker.retried() == 1);

    fixture.advance(LIFETIME);

    await(() -> fixture.state(message.id()) == 2);
    assertThat(fixture.hasContent(message.id())).isFalse();
  }

  @Test
  void letsNoPoisonedMessageHoldUpOthers() {
    List<UUID> poison = IntStream.range(0, 20).mapToObj(i -> fixture.enqueuePoison()).toList();
    fixture.advance(Duration.ofMillis(1));
    Message good = fixture.enqueue();

    Workers worker = fixture.start(sent::add);

    await(() -> fixture.state(good.id()) == 1);
    await(() -> worker.retried() >= 20);
    assertThat(sent).containsExactly(good);
    fixture.advance(LIFETIME);
    await(() -> poison.stream().allMatch(id -> fixture.state(id) == 2));
    assertThat(poison).noneMatch(fixture::hasContent);
  }

  @Test
  void sendsEachMessageOnceWithSeveralWorkers() {
    List<Message> messages = Stream.generate(fixture::enqueue).limit(60).toList();

    Workers one = fixture.start(sent::add);
    Workers other = fixture.start(OutboxFixture.anotherOutbox(), sent::add);

    await(() -> one.sent() + other.sent() == messages.size());
    assertThat(sent).containsExactlyInAnyOrderElementsOf(messages);
  }

  @Test
  void logsNothingOfAMessageOrOfWhatAGatewaySays() {
    try (LogLines log = LogLines.ofPackage(OutboxWorker.class)) {
      Workers worker =
          fixture.start(
              message -> {
                throw new IOException("550 no such number " + message.modtager());
              });
      fixture.enqueuePoison();
      Message message = fixture.enqueue();
      fixture.outbox.wake();
      await(() -> worker.retried() == 2);
      fixture.killCodes();
      fixture.advance(LIFETIME);
      await(() -> worker.dropped() == 2);

      assertThat(String.join("\n", log.texts()))
          .contains(message.id().toString(), "IOException")
          .doesNotContain("4520120002")
          .doesNotContain("123456");
    }
  }

  @Test
  void tellsInOneLineWhatAGatewaySaidInWordsOfOurs() {
    try (LogLines log = LogLines.ofPackage(OutboxWorker.class)) {
      Workers worker =
          fixture.start(
              message -> {
                throw new NotTakenException("status 503");
              });
      Message message = fixture.enqueue();
      fixture.outbox.wake();
      await(() -> worker.retried() == 1);

      assertThat(log.texts().stream().filter(line -> line.contains(message.id().toString())))
          .singleElement()
          .asString()
          .contains(" by SMS not sent, attempt 1: status 503");
    }
  }
}
