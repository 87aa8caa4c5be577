package dk.borgerkontakt.server.management;

import dk.borgerkontakt.server.delivery.OutboxWorkers;
import dk.borgerkontakt.server.delivery.Tally;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.telemetry.Counts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What becomes of messages, as this process has seen it. */
public final class MessageMetrics {

  private MessageMetrics() {}

  /** Counts messages by channel and outcome. */
  public static void count(Tally tally, MeterRegistry registry) {
    for (Kanal kanal : Kanal.values()) {
      for (Tally.Event event : Tally.Event.values()) {
        FunctionCounter.builder("outbox.messages", tally, counted -> counted.of(kanal, event))
            .tag("kanal", Counts.labelValue(kanal))
            .tag("outcome", Counts.labelValue(event))
            .register(registry);
      }
    }
  }

  /** Shows of each channel that has a gateway whether that takes nothing: 1, else 0. */
  public static void watch(OutboxWorkers workers, MeterRegistry registry) {
    for (Kanal kanal : workers.channels()) {
      Gauge.builder("outbox.gateway.closed", () -> workers.isGatewayClosed(kanal) ? 1 : 0)
          .tag("kanal", Counts.labelValue(kanal))
          .register(registry);
    }
  }
}
