package dk.borgerkontakt.server.delivery;

import static dk.borgerkontakt.server.delivery.OutboxFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.server.delivery.OutboxFixture.Workers;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.Outcome;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A message that hangs, or a gateway that does, keeps no other waiting for longer than it must. */
class HangingGatewayContract extends DeliveryContract {

  private final CountDownLatch goOn = new CountDownLatch(1);
  private final Set<UUID> hanging = ConcurrentHashMap.newKeySet();
  private final List<UUID> sends = new CopyOnWriteArrayList<>();
  private final Set<UUID> sent = ConcurrentHashMap.newKeySet();

  HangingGatewayContract(Database database) {
    super(database);
  }

  @AfterEach
  void letGo() {
    goOn.countDown();
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

  @Test
  void aMessageThatOutlastsItsLeaseIsNotSentASecondTimeMeanwhile() {
    Message slow = fixture.enqueue();
    Workers workers = startWhere(message -> message.equals(slow));
    await(() -> hanging.contains(slow.id()));

    fixture.advance(Duration.ofSeconds(61));
    await(() -> attempts() == 2);
    Message other = fixture.enqueue();
    fixture.outbox.wake();
    await(() -> workers.sent() == 1);
    goOn.countDown();

    await(() -> workers.sent() == 2);
    assertThat(sends).containsExactlyInAnyOrder(slow.id(), other.id());
  }

  @Test
  void aMessageThatOutlastsItsLeaseInVainIsSentAgainWithoutWaitingForAnother() {
    Message slow = fixture.enqueue();
    Workers workers =
        fixture.start(
            fixture.outbox,
            2,
            (message, udloeber) -> {
              sends.add(message.id());
              if (sends.size() == 1) {
                awaitGoOn();
                throw new ConnectException();
              }
              return new Outcome.Accepted(null);
            });
    await(() -> sends.size() == 1);

    fixture.advance(Duration.ofSeconds(61));
    await(() -> attempts() == 2);
    goOn.countDown();

    await(() -> workers.sent() == 1);
    assertThat(sends).containsExactly(slow.id(), slow.id());
  }

  @Test
  void aGatewayThatTakesNothingIsAskedAFewTimesASecondUntilItDoes() {
    AtomicBoolean isThere = new AtomicBoolean();
    fixture.enqueueAll(Stream.generate(fixture::message).limit(100).toList());
    long begin = System.nanoTime();
    Workers workers =
        fixture.start(
            fixture.outbox,
            2,
            (message, udloeber) -> {
              if (!isThere.get()) {
                throw new ConnectException();
              }
              sends.add(message.id());
              return new Outcome.Accepted(null);
            });

    await(
        () -> {
          fixture.outbox.wake();
          return workers.retried() >= 12;
        });
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(1));
    isThere.set(true);
    fixture.advance(Duration.ofMinutes(1));

    await(
        () -> {
          // An attempt may have failed after the minute was over, and waits from there.
          fixture.advance(Duration.ofMillis(10));
          return workers.sent() == 100;
        });
    assertThat(sends).doesNotHaveDuplicates().hasSize(100);
  }

  private Workers startWhere(Predicate<Message> hangs) {
    return fixture.start(
        fixture.outbox,
        2,
        (message, udloeber) -> {
          sends.add(message.id());
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
