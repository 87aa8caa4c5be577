package dk.borgerkontakt.server.http;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.server.problem.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import org.glassfish.jersey.message.internal.AcceptableMediaType;

/**
 * Reads the media types that a request names, before Jersey does, which answers 500 to a header
 * that can't be read. An operation that answers with no body can only produce problems, and so
 * would refuse a client that asks for JSON: who takes JSON takes a problem too.
 */
@PreMatching
@Priority(20)
final class AcceptFilter implements ContainerRequestFilter {

  private static final String ACCEPT = "Accept";
  private static final String PROBLEM = "application/problem+json;q=0.01";

  @Override
  public void filter(ContainerRequestContext request) {
    readContentType(request);
    boolean takesJson = takesJson(request);
    if (takesJson && request.getHeaderString(ACCEPT) != null) {
      request.getHeaders().add(ACCEPT, PROBLEM);
    }
    if (!takesJson && isRead(request)) {
      throw new Refusal(Fejlkode.IntetSvarformat);
    }
  }

  private static boolean isRead(ContainerRequestContext request) {
    return Paths.isOperation(request)
        && (request.getMethod().equals(HttpMethod.GET)
            || request.getMethod().equals(HttpMethod.HEAD));
  }

  private static boolean takesJson(ContainerRequestContext request) {
    try {
      return request.getAcceptableMediaTypes().stream()
          .filter(type -> !isRefused(type))
          .anyMatch(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE));
    } catch (ProcessingException | IllegalArgumentException unreadable) {
      request.getHeaders().remove(ACCEPT);
      if (Paths.isOperation(request)) {
        throw new Refusal(Fejlkode.IntetSvarformat);
      }
      return true;
    }
  }

  /** A weight of 0 means "not acceptable" (RFC 9110, 12.4.2). */
  private static boolean isRefused(MediaType type) {
    return type instanceof AcceptableMediaType accepted && accepted.getQuality() == 0;
  }

  private static void readContentType(ContainerRequestContext request) {
    try {
      request.getMediaType();
    } catch (ProcessingException | IllegalArgumentException unreadable) {
      request.getHeaders().remove("Content-Type");
      if (Paths.isOperation(request) && request.getMethod().equals(HttpMethod.POST)) {
        throw new Refusal(Fejlkode.UkendtMedietype);
      }
    }
  }
}
