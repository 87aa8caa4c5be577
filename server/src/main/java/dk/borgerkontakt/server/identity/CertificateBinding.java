package dk.borgerkontakt.server.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that count together with one certificate alone (RFC 8705, 3). A token may come by any
 * connection, so that this is checked at every request and never remembered.
 */
public final class CertificateBinding {

  private static final String CLAIM = "cnf";
  private static final String METHOD = "x5t#S256";

  private final boolean required;

  /**
   * @param required whether tokens that are bound to no certificate are refused
   */
  public CertificateBinding(boolean required) {
    this.required = required;
  }

  /**
   * Checks the caller's token against the certificate that the client has proven to hold.
   *
   * @param shown null: none, or no TLS
   */
  public void check(Caller caller, @Nullable X509Certificate shown) throws InvalidTokenException {
    String boundTo = caller.boundTo();
    if (boundTo == null && required) {
      throw new InvalidTokenException("bound to no certificate");
    }
    if (boundTo != null && (shown == null || !boundTo.equals(thumbprint(shown)))) {
      throw new InvalidTokenException("bound to another certificate than the connection's");
    }
  }

  /** The claim that binds a token to this certificate. */
  public static Map.Entry<String, Object> claim(X509Certificate certificate) {
    return Map.entry(CLAIM, Map.of(METHOD, thumbprint(certificate)));
  }

  /** Null for a token that is bound to nothing; what binds it another way can't be checked here. */
  static @Nullable String thumbprint(JWTClaimsSet claims) throws InvalidTokenException {
    Object confirmation = claims.getClaim(CLAIM);
    if (confirmation == null) {
      return null;
    }
    if (confirmation instanceof Map<?, ?> map && map.get(METHOD) instanceof String thumbprint) {
      return thumbprint;
    }
    throw new InvalidTokenException("bound to something that can't be checked");
  }

  private static String thumbprint(X509Certificate certificate) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
