package dk.borgerkontakt.server.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.config.telemetry.TelemetrySettings;
import dk.borgerkontakt.server.testing.SocketServer;
import io.opentelemetry.api.trace.Span;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A collector may be away, hang or be the wrong address: nobody waits for it. */
@Timeout(30)
class CollectorTest {

  private static final int MANY = 50_000;

  /** Longer than any scheduler's whim, and a fraction of what so many answers would take. */
  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  void nobodyWaitsForACollectorThatHangs() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    try (SocketServer hanging = new SocketServer(socket -> awaitQuietly(end))) {
      assertThat(timeOfManySpans(hanging.port())).isLessThan(SOON);
    } finally {
      end.countDown();
    }
  }

  @Test
  void nobodyWaitsForACollectorThatIsAway() {
    assertThat(timeOfManySpans(1)).isLessThan(SOON);
  }

  /** The end included, which sends what is left. */
  private static Duration timeOfManySpans(int port) {
    long start = System.nanoTime();
    try (Tracing tracing = tracing(port, 1)) {
      for (int i = 0; i < MANY; i++) {
        tracing.request(null).end();
      }
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** The last 64 bits of a trace's id decide, wherever in the world it is asked. */
  @ParameterizedTest
  @CsvSource({
    "0, 0000000000000001, false",
    "0.25, 0000000000000001, true",
    "0.25, 7ffffffffffffffe, false",
    "1, 7ffffffffffffffe, true"
  })
  void aShareOfTheTracesIsSentWhateverTheCallerSays(double ratio, String end, boolean isSent) {
    try (Tracing tracing = tracing(1, ratio)) {
      String trace = "4bf92f3577b34da6" + end;
      for (String flags : new String[] {"00", "01"}) {
        Span span = tracing.request("00-" + trace + "-00f067aa0ba902b7-" + flags);
        assertThat(span.getSpanContext().getTraceId()).isEqualTo(trace);
        assertThat(span.isRecording()).isEqualTo(isSent);
      }
    }
  }

  private static Tracing tracing(int port, double ratio) {
    URI url = URI.create("http://127.0.0.1:" + port + "/v1/traces");
    return Collector.tracing(new TelemetrySettings(url, ratio, null, null), "test");
  }

  private static void awaitQuietly(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
