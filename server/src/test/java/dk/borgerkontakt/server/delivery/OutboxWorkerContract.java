package dk.borgerkontakt.server.delivery;

import static dk.borgerkontakt.server.delivery.OutboxFixture.LIFETIME;
import static dk.borgerkontakt.server.delivery.OutboxFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.server.delivery.OutboxFixture.Workers;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.NotTakenException;
import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.sandbox.OutboxFolder;
import dk.borgerkontakt.server.testing.LogLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxWorkerContract {

  private static final Duration LEASE = Duration.ofMinutes(1);

  @TempDir Path temp;
  private final Database database;
  private OutboxFixture fixture;
  private final List<Message> sent = new CopyOnWriteArrayList<>();

  OutboxWorkerContract(Database database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    fixture = new OutboxFixture(database);
  }

  @AfterEach
  void close() {
    fixture.close();
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
  void sendsAgainToTheSameFileAfterACrashBetweenSendingAndNoting() throws IOException {
    OutboxFolder folder = new OutboxFolder(temp.resolve("outbox"));
    CountDownLatch crashed = new CountDownLatch(1);
    Workers crashing =
        fixture.start(
            message -> {
              folder.send(message, OutboxFixture.NOW);
              crashed.countDown();
              throw new Error("as if the process had died here");
            });
    Message message = fixture.enqueue();
    fixture.outbox.wake();
    await(() -> crashed.getCount() == 0);
    crashing.close();
    assertThat(fixture.state(message.id())).isZero();

    Workers next =
        fixture.start(
            again -> {
              sent.add(again);
              folder.send(again, OutboxFixture.NOW);
            });
    fixture.advance(LEASE);

    await(() -> next.sent() == 1);
    assertThat(sent).containsExactly(message);
    try (Stream<Path> files = Files.list(temp.resolve("outbox"))) {
      assertThat(files).containsExactly(temp.resolve("outbox/" + message.id() + ".json"));
    }
  }

  @Test
  void finishesTheMessageThatIsBeingSentWhenClosed() throws Exception {
    CountDownLatch sending = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Workers worker =
        fixture.start(
            fixture.outbox,
            1,
            (message, udloeber) -> {
              sending.countDown();
              awaitLatch(goOn);
              sent.add(message);
              return new Outcome.Accepted(null);
            });
    List<Message> messages = Stream.generate(fixture::enqueue).limit(3).toList();
    fixture.outbox.wake();
    assertThat(sending.await(30, TimeUnit.SECONDS)).isTrue();

    Thread closer = new Thread(worker::close);
    closer.start();
    await(() -> closer.getState() == Thread.State.TIMED_WAITING);
    goOn.countDown();
    closer.join();

    assertThat(sent).hasSize(1);
    assertThat(fixture.state(sent.get(0).id())).isEqualTo(1);
    // The rest is not held back until the lease ends.
    Workers next = fixture.start(sent::add);
    await(() -> next.sent() == 2);
    assertThat(sent).containsExactlyInAnyOrderElementsOf(messages);
  }

  @Test
  void livesThroughAnOutageOfTheDatabase() {
    fixture.start(sent::add);
    Message first = fixture.enqueue();
    fixture.outbox.wake();
    await(() -> fixture.state(first.id()) == 1);

    try (LogLines log = LogLines.ofPackage(OutboxWorker.class)) {
      rename("outbox", "outbox_away");
      fixture.outbox.wake();
      await(() -> log.texts().stream().anyMatch(text -> text.contains("can't be worked off")));
      rename("outbox_away", "outbox");
    }

    Message second = fixture.enqueue();
    await(() -> fixture.state(second.id()) == 1);
    assertThat(sent).containsExactly(first, second);
  }

  @Test
  void sendsOnceWhatTheDatabaseIsNotThereToNote() {
    Workers worker =
        fixture.start(
            message -> {
              sent.add(message);
              rename("outbox", "outbox_away");
            });
    Message message = fixture.enqueue();
    fixture.outbox.wake();
    try (LogLines log = LogLines.ofPackage(OutboxWorker.class)) {
      await(() -> log.texts().stream().anyMatch(text -> text.contains("can't be worked off")));
      rename("outbox_away", "outbox");
    }

    await(() -> worker.sent() == 1);
    assertThat(sent).containsExactly(message);
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
  void logsInOneLineWhyAGatewayDidNotTakeAMessage() {
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

  private void rename(String from, String to) {
    fixture.database.withHandle(
        handle -> handle.execute("alter table " + from + " rename to " + to));
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
