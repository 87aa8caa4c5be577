package dk.borgerkontakt.server.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Begins spans. Each has its ids, which the log tells, also when nobody collects spans. None ever
 * holds what a caller sent: no path, no query, no exception's message.
 */
public final class Tracing implements AutoCloseable {

  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  /** What is still to be sent may not hold up the end for long. */
  private static final int CLOSING_SECONDS = 2;

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  Tracing(SdkTracerProvider provider) {
    this.provider = provider;
    this.tracer = provider.get("dk.borgerkontakt");
  }

  /** One whose spans go nowhere. */
  public static Tracing off() {
    return new Tracing(SdkTracerProvider.builder().setSampler(Sampler.alwaysOff()).build());
  }

  /** Begins the span of a request, as a part of the caller's trace if there is a valid one. */
  public Span request(@Nullable String traceparent) {
    return tracer
        .spanBuilder("request")
        .setSpanKind(SpanKind.SERVER)
        .setParent(Traceparent.read(traceparent))
        .startSpan();
  }

  /**
   * Begins the span of a call to somebody else.
   *
   * @param cause what it is done for; null: it begins a trace of its own
   */
  public Span outgoing(String name, @Nullable SpanContext cause) {
    Context parent = cause == null ? Context.root() : Context.root().with(Span.wrap(cause));
    return tracer.spanBuilder(name).setSpanKind(SpanKind.CLIENT).setParent(parent).startSpan();
  }

  /** Does a part of the work at hand, in a span of its own if that work is recorded. */
  public <T extends @Nullable Object> T in(String name, Supplier<T> work) {
    if (!Span.current().isRecording()) {
      return work.get();
    }
    Span span = tracer.spanBuilder(name).startSpan();
    Scope scope = span.makeCurrent();
    try {
      return work.get();
    } catch (RuntimeException e) {
      span.setAttribute(ERROR_TYPE, e.getClass().getName());
      throw e;
    } finally {
      scope.close();
      span.end();
    }
  }

  /** Does a part of the work as {@link #in} does. */
  public void run(String name, Runnable work) {
    in(
        name,
        () -> {
          work.run();
          return true;
        });
  }

  /** Sends what is left, within two seconds. */
  @Override
  public void close() {
    provider.shutdown().join(CLOSING_SECONDS, TimeUnit.SECONDS);
  }
}
