package dk.borgerkontakt.server.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.TreeSet;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.ResourceMethod;

/**
 * Jersey would answer OPTIONS for every path; here only the contract's files do, which any page may
 * read.
 */
@Priority(30)
final class OptionsFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getMethod().equals(HttpMethod.OPTIONS)) {
      ExtendedUriInfo uri = (ExtendedUriInfo) request.getUriInfo();
      boolean isOurs =
          ContractFiles.class.isAssignableFrom(
              uri.getMatchedResourceMethod().getInvocable().getHandler().getHandlerClass());
      if (!isOurs) {
        throw new NotAllowedException(
            Response.status(Response.Status.METHOD_NOT_ALLOWED).allow(methods(uri)).build());
      }
    }
  }

  private static Set<String> methods(ExtendedUriInfo uri) {
    Set<String> methods = new TreeSet<>();
    for (ResourceMethod method : uri.getMatchedModelResource().getResourceMethods()) {
      methods.add(method.getHttpMethod());
    }
    return methods;
  }
}
