package dk.borgerkontakt.server.http;

import dk.borgerkontakt.server.contract.Deprecation;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Tells callers of a deprecated operation since when it is (RFC 9745), from when it may be gone
 * (RFC 8594), and where to read on. A refusal tells it too, whichever check it comes from: method
 * and path say which operation was meant. A call that means none, 404 or 405, is told nothing.
 */
final class DeprecationFilter implements ContainerResponseFilter {

  /** IMF-fixdate (RFC 9110, 5.6.7); Java's own RFC 1123 leaves out the day's leading zero. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final List<Deprecation> deprecations;

  DeprecationFilter(List<Deprecation> deprecations) {
    this.deprecations = deprecations;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String sent = request.getMethod();
    String method = sent.equals(HttpMethod.HEAD) ? HttpMethod.GET : sent;
    String path = request.getUriInfo().getRequestUri().getRawPath();
    for (Deprecation deprecation : deprecations) {
      if (deprecation.operation().isAt(method, path)) {
        tell(deprecation, response.getHeaders());
      }
    }
  }

  private static void tell(Deprecation deprecation, MultivaluedMap<String, Object> headers) {
    headers.putSingle("Deprecation", "@" + deprecation.since().getEpochSecond());
    Instant sunset = deprecation.sunset();
    if (sunset != null) {
      headers.putSingle("Sunset", HTTP_DATE.format(sunset));
    }
    headers.add(
        "Link", "</snitflade#%s>; rel=\"deprecation\"".formatted(deprecation.operation().id()));
  }
}
