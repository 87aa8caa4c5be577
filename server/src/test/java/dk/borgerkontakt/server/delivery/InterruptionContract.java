package dk.borgerkontakt.server.delivery;

import static dk.borgerkontakt.server.delivery.OutboxFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.server.delivery.OutboxFixture.Workers;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.sandbox.OutboxFolder;
import dk.borgerkontakt.server.testing.LogLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of messages when the process ends, or the database is away for a while. */
class InterruptionContract extends DeliveryContract {

  private static final Duration LEASE = Duration.ofMinutes(1);

  @TempDir Path temp;
  private final List<Message> sent = new CopyOnWriteArrayList<>();

  InterruptionContract(Database database) {
    super(database);
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
