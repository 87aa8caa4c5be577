package dk.borgerkontakt.server.call;

import dk.borgerkontakt.server.telemetry.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import jakarta.ws.rs.container.ContainerRequestContext;

/**
 * One request as it is traced, with the time it began. Its id, which log and error body share, is
 * that of the caller's {@code traceparent} (W3C Trace Context), else a random one.
 *
 * @param scope makes the span the thread's own, until it is closed
 * @param startNanos {@link System#nanoTime()} at the request's start
 */
public record Trace(Span span, Scope scope, long startNanos) {

  private static final String PROPERTY = Trace.class.getName();

  /** Begins the trace of a request, and keeps it with the request. */
  @SuppressWarnings("MustBeClosedChecker") // end() closes it, on the same thread
  public static Trace begin(ContainerRequestContext request, Tracing tracing) {
    Span span = tracing.request(request.getHeaderString("traceparent"));
    Trace trace = new Trace(span, span.makeCurrent(), System.nanoTime());
    request.setProperty(PROPERTY, trace);
    return trace;
  }

  /** The trace of the request; one without a caller's where it could not begin. */
  public static Trace of(ContainerRequestContext request) {
    Trace begun = (Trace) request.getProperty(PROPERTY);
    return begun == null ? begin(request, Tracing.off()) : begun;
  }

  /** 32 lower-case hexadecimal digits. */
  public String id() {
    return span.getSpanContext().getTraceId();
  }

  /** 16 lower-case hexadecimal digits. */
  public String spanId() {
    return span.getSpanContext().getSpanId();
  }

  /** The request has been answered; nothing is done for it any more. */
  public void end() {
    span.end();
    scope.close();
  }
}
