package dk.borgerkontakt.server.delivery;

import dk.borgerkontakt.server.outbox.Kanal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each thing has become of a message, as this process has seen it. */
public final class Tally {

  /** What can become of a message, or of one attempt to send it. */
  public enum Event {
    SENT,
    DELIVERED,
    FAILED,
    DROPPED,
    RETRIED
  }

  private record Key(Kanal kanal, Event event) {}

  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

  void count(Kanal kanal, Event event) {
    adder(kanal, event).increment();
  }

  /** The count since the process began. */
  public long of(Kanal kanal, Event event) {
    return adder(kanal, event).sum();
  }

  private LongAdder adder(Kanal kanal, Event event) {
    return counts.computeIfAbsent(new Key(kanal, event), key -> new LongAdder());
  }
}
