package dk.borgerkontakt.server.http;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.server.problem.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Reads an operation's body, up to the contract's limit (90007), before anything else looks at the
 * request. A content coding would hide the body's size and form, and none is spoken here (90006).
 */
@PreMatching
@Priority(10)
final class BodyFilter implements ContainerRequestFilter {

  private final int largest;

  BodyFilter(int largest) {
    this.largest = largest;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (Paths.isOperation(request)) {
      byte[] body = read(request);
      checkCoding(request, body);
      request.setEntityStream(new ByteArrayInputStream(body));
    }
  }

  /** A body that breaks off, or is cut into chunks that are none, is a broken message. */
  private byte[] read(ContainerRequestContext request) {
    try {
      byte[] body =
          request.getLength() > largest
              ? new byte[0]
              : request.getEntityStream().readNBytes(largest + 1);
      if (request.getLength() > largest || body.length > largest) {
        throw new Refusal(Fejlkode.ForStorBesked);
      }
      return body;
    } catch (IOException | ProcessingException broken) {
      throw new Refusal(Fejlkode.FailedToValidateMessage);
    }
  }

  /** The body of a GET is ignored, however it is coded. */
  private static void checkCoding(ContainerRequestContext request, byte[] body) {
    String coding = request.getHeaderString("Content-Encoding");
    boolean isCoded = coding != null && !coding.equalsIgnoreCase("identity");
    if (isCoded && body.length > 0 && request.getMethod().equals("POST")) {
      throw new Refusal(Fejlkode.UkendtMedietype);
    }
  }
}
