package dk.borgerkontakt.server.http;

import dk.borgerkontakt.api.KontaktinformationApi;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;

/** Tells the operations' paths from those of the sandbox and the contract's files. */
final class Paths {

  /** As the generated interface has it from the contract, without the slash at its beginning. */
  private static final String OPERATIONS =
      KontaktinformationApi.class.getAnnotation(Path.class).value().substring(1);

  private Paths() {}

  /** Whether the path is one of the contract's; the others speak formats of their own. */
  static boolean isOperation(ContainerRequestContext request) {
    return request.getUriInfo().getPath().startsWith(OPERATIONS);
  }
}
