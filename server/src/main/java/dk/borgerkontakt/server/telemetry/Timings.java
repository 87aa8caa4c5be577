package dk.borgerkontakt.server.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Times a fixed set of things; all of them are there from the start. */
public final class Timings<E extends Enum<E>> {

  private final Map<E, Timer> timers;

  /**
   * @param name the metric's, with dots
   * @param label tells the things apart
   */
  public Timings(MeterRegistry registry, String name, String label, Class<E> things) {
    timers = new EnumMap<>(things);
    for (E thing : things.getEnumConstants()) {
      timers.put(thing, registry.timer(name, label, Counts.labelValue(thing)));
    }
  }

  /** Notes what has happened since an instant of {@link System#nanoTime()}. */
  public void record(E thing, long startNanos) {
    Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
    Objects.requireNonNull(timers.get(thing)).record(duration);
  }
}
