package dk.borgerkontakt.server.call;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * The certificate whose key the client has proven to hold in the handshake of the request's own
 * connection. No header is ever taken for it.
 */
public final class ClientCertificate {

  /** The property that the container keeps it in with the request. */
  public static final String PROPERTY = ClientCertificate.class.getName();

  private ClientCertificate() {}

  /** Null where there is none, or no TLS. */
  public static @Nullable X509Certificate of(ContainerRequestContext request) {
    return (X509Certificate) request.getProperty(PROPERTY);
  }
}
