package dk.borgerkontakt.server.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/**
 * Keeps a path whole: JAX-RS would take what follows a semicolon for matrix parameters and drop it,
 * so that a look-up asked about something else than was sent.
 */
@PreMatching
@Priority(5)
final class PathFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    String path = uri.getRequestUri().getRawPath();
    if (path.contains(";")) {
      URI whole = uri.getBaseUri().resolve(path.replace(";", "%3B"));
      request.setRequestUri(uri.getBaseUri(), whole);
    }
  }
}
