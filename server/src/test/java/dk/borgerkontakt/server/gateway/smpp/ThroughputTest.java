package dk.borgerkontakt.server.gateway.smpp;

import static dk.borgerkontakt.server.gateway.smpp.Fixture.bound;
import static dk.borgerkontakt.server.gateway.smpp.Fixture.send;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.testing.TestSmsCentre;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThroughputTest {

  private static final int MESSAGES = 2000;
  private static final int WINDOW = 10;

  @Test
  void aSessionTakesTwoHundredMessagesASecond() throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(WINDOW);
    try (TestSmsCentre other = TestSmsCentre.start();
        SmsCentre centre = bound(Fixture.withTimeout(other.port(), 10_000), other)) {
      other.taken().countOnly();
      long begin = System.nanoTime();

      assertThat(
              senders.invokeAll(
                  Collections.nCopies(MESSAGES, () -> send(centre, "Din kode er 123456."))))
          .allSatisfy(sent -> assertThat(sent.get()).isInstanceOf(Outcome.Accepted.class));

      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isLessThan(Duration.ofSeconds(MESSAGES / 200));
    } finally {
      senders.shutdownNow();
      assertThat(senders.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
