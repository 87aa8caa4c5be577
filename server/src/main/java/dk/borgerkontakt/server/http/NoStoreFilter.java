package dk.borgerkontakt.server.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Nobody on the way keeps an answer, unless the resource says that it may be kept (RFC 9111). */
final class NoStoreFilter implements ContainerResponseFilter {

  private static final String CACHE_CONTROL = "Cache-Control";

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!response.getHeaders().containsKey(CACHE_CONTROL)) {
      response.getHeaders().putSingle(CACHE_CONTROL, "no-store");
    }
  }
}
