package dk.borgerkontakt.server.management;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.outbox.OutboxDao;
import dk.borgerkontakt.persistence.outbox.QueueDepth;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.telemetry.Counts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Watches the messages that wait, of all copies together. Looked at every ten seconds: reading the
 * metrics asks the database for nothing.
 */
public final class OutboxWatch implements HealthCheck, AutoCloseable {

  /** Of the five minutes that a code by SMS lives. */
  private static final Duration LATE = Duration.ofMinutes(1);

  private final Clock clock;
  private final Sampled<List<QueueDepth>> depths;

  public OutboxWatch(Database database, Clock clock) {
    this.clock = clock;
    depths =
        new Sampled<>(
            "outbox-watch",
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            () -> database.withHandle(h -> new OutboxDao(h).depthByChannel(clock.instant())));
  }

  public void start() {
    depths.start();
  }

  /** Shows how many wait, and how many seconds the oldest has; NaN when that is not known. */
  public void measure(MeterRegistry registry) {
    for (Kanal kanal : Kanal.values()) {
      String label = Counts.labelValue(kanal);
      Gauge.builder("outbox.waiting", () -> waiting(kanal)).tag("kanal", label).register(registry);
      Gauge.builder("outbox.oldest.age", () -> ageOfOldest(kanal))
          .tag("kanal", label)
          .baseUnit("seconds")
          .register(registry);
    }
  }

  private double waiting(Kanal kanal) {
    return depths.latest().map(all -> messages(all, kanal)).orElse(Double.NaN);
  }

  private static double messages(List<QueueDepth> all, Kanal kanal) {
    return of(all, kanal).map(QueueDepth::messages).orElse(0L);
  }

  private double ageOfOldest(Kanal kanal) {
    return depths.latest().map(all -> seconds(all, kanal)).orElse(Double.NaN);
  }

  private double seconds(List<QueueDepth> all, Kanal kanal) {
    return of(all, kanal).map(this::age).map(Duration::toSeconds).orElse(0L);
  }

  private static Optional<QueueDepth> of(List<QueueDepth> all, Kanal kanal) {
    return all.stream().filter(depth -> depth.kanal().equals(kanal.name())).findFirst();
  }

  private Duration age(QueueDepth depth) {
    Duration age = Duration.between(depth.oldest(), clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }

  @Override
  public String name() {
    return "outbox";
  }

  /** Never down: with all copies taken out, nothing would be sent any sooner. */
  @Override
  public Result result() {
    String late =
        depths.latest().orElse(List.of()).stream()
            .filter(depth -> age(depth).compareTo(LATE) > 0)
            .map(depth -> depth.kanal() + ": the oldest waits " + age(depth).toSeconds() + " s")
            .collect(Collectors.joining("; "));
    return late.isEmpty() ? Result.UP : new Result(State.DEGRADED, late);
  }

  @Override
  public void close() {
    depths.close();
  }
}
