package dk.borgerkontakt.server.delivery;

import static dk.borgerkontakt.server.delivery.OutboxFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.delivery.OutboxFixture.Workers;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message that hangs, or a gateway that does, keeps no other waiting for longer than it must. */
class HangingGatewayTest {

  @TempDir Path temp;
  private OutboxFixture fixture;
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final Set<UUID> hanging = ConcurrentHashMap.newKeySet();
  private final Set<UUID> sent = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void open() {
    fixture = new OutboxFixture(temp.resolve("data"));
  }

  @AfterEach
  void close() {
    goOn.countDown();
    fixture.close();
  }

  @Test
  void aMessageThatHangsHoldsUpNoOther() {
    Message hanging = fixture.enqueue();
    fixture.advance(Duration.ofMillis(1));
    Workers workers = startWhere(message -> message.equals(hanging));

    List<Message> others = Stream.generate(fixture::enqueue).limit(20).toList();
    fixture.outbox.wake();

    await(() -> workers.sent() == others.size());
    assertThat(sent).doesNotContain(hanging.id());
  }

  @Test
  void aChannelThatHangsHoldsUpNoOther() {
    Workers workers = startWhere(message -> message.kanal() == Kanal.SMS);
    Stream.generate(fixture::enqueue).limit(20).forEach(sms -> {});
    Message mail = fixture.message(Kanal.MAIL);
    fixture.enqueue(mail);
    fixture.outbox.wake();

    await(() -> workers.sent() == 1);
    assertThat(sent).containsExactly(mail.id());
  }

  @Test
  void whatWaitedBehindIsGivenBackBeforeItsLeaseEnds() {
    Workers workers = startWhere(message -> goOn.getCount() > 0);
    Stream.generate(fixture::enqueue).limit(4).forEach(sms -> {});
    fixture.outbox.wake();
    await(() -> hanging.size() == 2);

    fixture.clock.advance(Duration.ofSeconds(31));
    goOn.countDown();

    await(() -> workers.sent() == 4);
    assertThat(attempts()).as("of each, claimed anew or not").isBetween(4, 6);
  }

  private Workers startWhere(Predicate<Message> hangs) {
    return fixture.start(
        fixture.outbox,
        2,
        (message, udloeber) -> {
          if (hangs.test(message)) {
            hanging.add(message.id());
            awaitGoOn();
          }
          sent.add(message.id());
          return new Outcome.Accepted(null);
        });
  }

  private void awaitGoOn() {
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int attempts() {
    return fixture.database.withHandle(
        handle -> handle.select("select sum(forsoeg) from outbox").mapTo(Integer.class).one());
  }
}
