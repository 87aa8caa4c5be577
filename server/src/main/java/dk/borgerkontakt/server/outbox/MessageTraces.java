package dk.borgerkontakt.server.outbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In whose trace a message was made, as long as this process remembers: the last 10,000, for ten
 * minutes. Nothing of it is stored, so another copy, or a restart, sends in a trace of its own.
 */
public final class MessageTraces {

  private static final int MOST = 10_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private final Cache<UUID, SpanContext> traces =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

  /** Notes that the work at hand makes the message. */
  void note(UUID message) {
    SpanContext trace = Span.current().getSpanContext();
    if (trace.isValid()) {
      traces.put(message, trace);
    }
  }

  /** The span that made the message, or null. */
  public @Nullable SpanContext of(UUID message) {
    return traces.getIfPresent(message);
  }
}
