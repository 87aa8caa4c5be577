package dk.borgerkontakt.server.config.tls;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * TLS on the public port.
 *
 * @param clientCa the issuers of clients' certificates; null if and only if none is asked for
 * @param boundTokensOnly whether tokens that are bound to no certificate are refused
 */
public record TlsSettings(
    KeyFiles files,
    ClientCertificates clientCertificates,
    @Nullable Path clientCa,
    boolean boundTokensOnly) {

  /** Whether a client is asked for a certificate, and whether it may have none. */
  public enum ClientCertificates {
    OFF,
    OPTIONAL,
    REQUIRED
  }

  /**
   * Where certificate and private key are.
   *
   * @param certificate a PEM file with the chain; a PKCS 12 file when there is no {@code key}
   * @param key a PEM file; null: it is in the PKCS 12 file
   * @param password of the key or the PKCS 12 file; null: it has none
   */
  public record KeyFiles(Path certificate, @Nullable Path key, @Nullable String password) {

    /** Without the password. */
    @Override
    public String toString() {
      return "KeyFiles[" + certificate + "]";
    }
  }
}
