package dk.borgerkontakt.server.http;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.server.problem.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Reads the body, at most a mebibyte of it (90007), before anything else looks at the request. A
 * content coding would hide the body's size and form, and none is spoken here (90006).
 */
@PreMatching
@Priority(10)
final class BodyFilter implements ContainerRequestFilter {

  private static final int LARGEST = 1 << 20;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getLength() > LARGEST) {
      throw new Refusal(Fejlkode.ForStorBesked);
    }
    if (!request.hasEntity()) {
      return;
    }
    byte[] body = read(request);
    if (body.length > LARGEST) {
      throw new Refusal(Fejlkode.ForStorBesked);
    }
    String coding = request.getHeaderString("Content-Encoding");
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw new Refusal(Fejlkode.UkendtMedietype);
    }
    request.setEntityStream(new ByteArrayInputStream(body));
  }

  /** A body that breaks off, or is cut into chunks that are none, is a broken message. */
  private static byte[] read(ContainerRequestContext request) {
    try {
      return request.getEntityStream().readNBytes(LARGEST + 1);
    } catch (IOException broken) {
      throw new Refusal(Fejlkode.FailedToValidateMessage);
    }
  }
}
