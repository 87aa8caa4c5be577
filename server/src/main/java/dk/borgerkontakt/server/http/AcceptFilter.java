package dk.borgerkontakt.server.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;

/**
 * An operation that answers with no body can only produce problems, and so would refuse a client
 * that asks for JSON. Who takes JSON takes a problem too.
 */
@PreMatching
@Priority(20)
final class AcceptFilter implements ContainerRequestFilter {

  private static final String PROBLEM = "application/problem+json;q=0.01";

  @Override
  public void filter(ContainerRequestContext request) {
    boolean takesJson =
        request.getAcceptableMediaTypes().stream()
            .anyMatch(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE));
    if (takesJson && request.getHeaderString("Accept") != null) {
      request.getHeaders().add("Accept", PROBLEM);
    }
  }
}
