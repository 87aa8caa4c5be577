package dk.borgerkontakt.server.container;

import dk.borgerkontakt.server.http.RequestLog;
import java.io.IOException;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/**
 * Refuses with 400 what is no HTTP request, before Jersey's container fails on it or a proxy in
 * front reads it another way. There is no resource that could answer, so there is no body, and the
 * connection is closed: nobody knows where the next request begins (RFC 9112, 6.3).
 */
final class MessageGuard extends HttpHandler {

  /**
   * Jersey makes an address of the name that a client calls the service by, and Java takes fewer
   * names than networks do: an underscore would be a fault. Nothing here depends on the name.
   */
  private static final String OWN_NAME = "localhost";

  private final HttpHandler guarded;

  MessageGuard(HttpHandler guarded) {
    this.guarded = guarded;
  }

  @Override
  public void start() {
    guarded.start();
  }

  @Override
  public void destroy() {
    guarded.destroy();
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    if (MessageSyntax.isSound(request)) {
      request.getRequest().serverName().setString(OWN_NAME);
      TlsConnections.keepClientCertificate(request);
      // Until Jersey says what it is: should even its last resort fail, that is no empty success.
      response.setStatus(500);
      guarded.service(request, response);
    } else {
      refuse(response);
    }
  }

  private static void refuse(Response response) throws IOException {
    RequestLog.refusedUnread();
    response.setStatus(400);
    response.setHeader("Connection", "close");
    response.finish();
  }
}
