package dk.borgerkontakt.server.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/**
 * Keeps a path as it was sent: JAX-RS would drop what follows a semicolon, so that a look-up asked
 * about something else, and a slash at the end, which makes it another path than the contract's.
 */
@PreMatching
@Priority(5)
final class PathFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    String path = uri.getRequestUri().getRawPath();
    if (path.length() > 1 && path.endsWith("/")) {
      throw new NotFoundException();
    }
    if (path.contains(";")) {
      URI whole = uri.getBaseUri().resolve(path.replace(";", "%3B"));
      request.setRequestUri(uri.getBaseUri(), whole);
    }
  }
}
