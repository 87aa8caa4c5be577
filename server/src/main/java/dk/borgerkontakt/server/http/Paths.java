package dk.borgerkontakt.server.http;

import jakarta.ws.rs.container.ContainerRequestContext;

/** Tells the operations' paths from those of the sandbox and the contract's files. */
final class Paths {

  private Paths() {}

  /** Whether the path is below the contract's version; the others speak formats of their own. */
  static boolean isOperation(ContainerRequestContext request) {
    return request.getUriInfo().getPath().startsWith("v1/");
  }
}
