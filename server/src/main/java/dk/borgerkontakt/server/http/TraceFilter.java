package dk.borgerkontakt.server.http;

import dk.borgerkontakt.server.call.Trace;
import dk.borgerkontakt.server.telemetry.Tracing;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import org.slf4j.MDC;

/** Begins every request's trace, before anything can go wrong with it. */
@PreMatching
@Priority(0)
final class TraceFilter implements ContainerRequestFilter {

  private final Tracing tracing;

  TraceFilter(Tracing tracing) {
    this.tracing = tracing;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Trace trace = Trace.begin(request, tracing);
    MDC.put(RequestLog.TRACE_KEY, trace.id());
    MDC.put(RequestLog.SPAN_KEY, trace.spanId());
  }
}
