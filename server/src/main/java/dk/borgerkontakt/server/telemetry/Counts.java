package dk.borgerkontakt.server.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Counts how often each of a fixed set of things has happened. All of them are there from the
 * start, with 0: what is not there can't be seen to grow.
 */
public final class Counts<E extends Enum<E>> {

  private final Map<E, Counter> counters;

  /**
   * @param name the metric's, with dots
   * @param label tells the things apart
   */
  public Counts(MeterRegistry registry, String name, String label, Class<E> things) {
    counters = new EnumMap<>(things);
    for (E thing : things.getEnumConstants()) {
      counters.put(thing, registry.counter(name, label, labelValue(thing)));
    }
  }

  public void count(E thing) {
    Objects.requireNonNull(counters.get(thing)).increment();
  }

  /** A constant as the value of a label. */
  public static String labelValue(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
