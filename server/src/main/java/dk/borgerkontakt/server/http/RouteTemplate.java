package dk.borgerkontakt.server.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;

/**
 * The path of a request as its template. A path may hold a number or an address, and any part of a
 * request that matched nothing may hold anything: only templates are told.
 */
final class RouteTemplate {

  static final String UNKNOWN = "-";

  private RouteTemplate() {}

  /** Jersey lists the parts of the matched template innermost first. */
  static String of(ContainerRequestContext request) {
    ExtendedUriInfo uri = (ExtendedUriInfo) request.getUriInfo();
    List<UriTemplate> parts = uri.getMatchedTemplates();
    if (parts.isEmpty() || uri.getMatchedResourceMethod() == null) {
      return UNKNOWN;
    }
    String path =
        parts.stream()
            .map(UriTemplate::getTemplate)
            .filter(part -> !part.equals("/"))
            .collect(
                Collectors.collectingAndThen(Collectors.toList(), RouteTemplate::outermostFirst));
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
