package dk.borgerkontakt.server.http;

import dk.borgerkontakt.api.model.Problem;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.call.Trace;
import dk.borgerkontakt.server.management.RequestMetrics;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One line, one measurement and the end of the span for each request. */
public final class RequestLog implements ContainerResponseFilter {

  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

  /** The ids' names in the log's lines. */
  static final String TRACE_KEY = "sporingsId";

  static final String SPAN_KEY = "spanId";

  private static final String UNKNOWN = RouteTemplate.UNKNOWN;
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE");

  private final RequestMetrics metrics;

  RequestLog(RequestMetrics metrics) {
    this.metrics = metrics;
  }

  /** A request whose address could not be read: it has neither method nor path that may be told. */
  public static void refusedUnread() {
    LOG.info("{} {} {} {} ms client={}", UNKNOWN, UNKNOWN, 400, 0, UNKNOWN);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Trace trace = Trace.of(request);
    Duration duration = Duration.ofNanos(System.nanoTime() - trace.startNanos());
    String method = METHODS.contains(request.getMethod()) ? request.getMethod() : UNKNOWN;
    RequestMetrics.Answered answered =
        new RequestMetrics.Answered(
            method, RouteTemplate.of(request), response.getStatus(), code(response));
    Optional<Call> call = Call.of(request);
    LOG.info(
        "{} {} {} {} ms client={}",
        method,
        answered.template(),
        answered.status(),
        duration.toMillis(),
        call.map(it -> it.caller().clientId()).orElse(UNKNOWN));
    metrics.record(answered, duration);
    RequestSpan.tell(trace.span(), answered, call.map(Call::caller));
    trace.end();
    MDC.remove(TRACE_KEY);
    MDC.remove(SPAN_KEY);
  }

  private static int code(ContainerResponseContext response) {
    return response.getEntity() instanceof Problem problem ? problem.getFejlkode().value() : 0;
  }
}
