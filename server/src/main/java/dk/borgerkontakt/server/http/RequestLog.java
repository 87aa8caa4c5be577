package dk.borgerkontakt.server.http;

import dk.borgerkontakt.api.model.Problem;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.call.Trace;
import dk.borgerkontakt.server.management.Metrics;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One line and one measurement for each request. A path may hold a number or an address, and any
 * part of a request that matched nothing may hold anything: only templates are told.
 */
public final class RequestLog implements ContainerResponseFilter {

  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

  /** The trace id's name in the pattern of the log's lines. */
  static final String TRACE_KEY = "sporingsId";

  private static final String UNKNOWN = "-";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE");

  private final Metrics metrics;

  RequestLog(Metrics metrics) {
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
    String template = template((ExtendedUriInfo) request.getUriInfo());
    String client = Call.of(request).map(call -> call.caller().clientId()).orElse(UNKNOWN);
    LOG.info(
        "{} {} {} {} ms client={}",
        method,
        template,
        response.getStatus(),
        duration.toMillis(),
        client);
    MDC.remove(TRACE_KEY);
    metrics.request(method, template, response.getStatus(), code(response), duration);
  }

  private static int code(ContainerResponseContext response) {
    return response.getEntity() instanceof Problem problem ? problem.getFejlkode().value() : 0;
  }

  /** Jersey lists the parts of the matched template innermost first. */
  private static String template(ExtendedUriInfo uri) {
    List<UriTemplate> parts = uri.getMatchedTemplates();
    if (parts.isEmpty() || uri.getMatchedResourceMethod() == null) {
      return UNKNOWN;
    }
    String path =
        parts.stream()
            .map(UriTemplate::getTemplate)
            .filter(part -> !part.equals("/"))
            .collect(Collectors.collectingAndThen(Collectors.toList(), RequestLog::outermostFirst));
    return path.isEmpty() ? "/" : path;
  }

  private static String outermostFirst(List<String> parts) {
    StringBuilder path = new StringBuilder();
    for (int i = parts.size() - 1; i >= 0; i--) {
      path.append(parts.get(i));
    }
    return path.toString();
  }
}
