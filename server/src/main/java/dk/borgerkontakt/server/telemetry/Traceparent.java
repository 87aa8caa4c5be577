package dk.borgerkontakt.server.telemetry;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code traceparent} (W3C Trace Context). Its companion {@code tracestate} is neither
 * read nor sent on: a caller may write anything into that.
 */
public final class Traceparent {

  private static final String NAME = "traceparent";

  private static final TextMapGetter<String> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
          return List.of(NAME);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String key) {
          return key.equals(NAME) ? traceparent : null;
        }
      };

  private Traceparent() {}

  /** The trace that the header names; one without a parent when there is none, or no valid one. */
  static Context read(@Nullable String traceparent) {
    return traceparent == null
        ? Context.root()
        : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, GETTER);
  }

  /** Hands the header over that makes the receiver's work a part of the one at hand. */
  public static void send(BiConsumer<String, String> headers) {
    W3CTraceContextPropagator.getInstance()
        .inject(
            Context.current(),
            headers,
            (into, name, value) -> {
              if (name.equals(NAME)) {
                headers.accept(name, value);
              }
            });
  }
}
