package dk.borgerkontakt.server.http;

import dk.borgerkontakt.server.call.Trace;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import org.slf4j.MDC;

/** Begins every request's trace, before anything can go wrong with it. */
@PreMatching
@Priority(0)
final class TraceFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    MDC.put(RequestLog.TRACE_KEY, Trace.begin(request).id());
  }
}
