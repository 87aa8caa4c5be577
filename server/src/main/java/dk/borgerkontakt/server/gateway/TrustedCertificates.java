package dk.borgerkontakt.server.gateway;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.source.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that a gateway's own, or the token issuer's, is trusted by: those of a PEM file,
 * authorities or the one itself, or Java's. Whether the certificate names the other end is the
 * protocol's to check.
 */
public final class TrustedCertificates {

  /** The only versions of TLS that are spoken with a gateway. */
  public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

  private final SSLContext context;

  private TrustedCertificates(SSLContext context) {
    this.context = context;
  }

  /**
   * Reads the file, once. A fault of it is a {@link ConfigurationException}.
   *
   * @param caFile one or more certificates in PEM; null: Java's own trust
   * @param setting where the file is named, for the fault's text
   */
  public static TrustedCertificates of(@Nullable Path caFile, Setting setting) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, caFile == null ? null : trust(read(caFile, setting)), null);
      return new TrustedCertificates(context);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes connections that need a trusted certificate at the other end. */
  public SSLContext sslContext() {
    return context;
  }

  /**
   * TLS 1.3 or 1.2 over a connection to the gateway, whose certificate has to name this host (RFC
   * 2818, 3.1). Closing it closes the connection below.
   */
  public SSLSocket secured(Socket socket, String host, int port) throws IOException {
    SSLSocket secured =
        (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setProtocols(PROTOCOLS.toArray(String[]::new));
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static Collection<? extends Certificate> read(Path file, Setting setting) {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (!certificates.isEmpty()) {
        return certificates;
      }
    } catch (IOException | CertificateException e) {
      throw fault(setting, file, e);
    }
    throw fault(setting, file, null);
  }

  private static TrustManager[] trust(Collection<? extends Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (Certificate certificate : certificates) {
      store.setCertificateEntry(Integer.toString(store.size()), certificate);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static ConfigurationException fault(
      Setting setting, Path file, @Nullable Exception cause) {
    ConfigurationException fault =
        new ConfigurationException(
            List.of(
                "%s is %s, which holds no certificates that can be read; give a PEM file"
                    .formatted(setting.key(), file)));
    if (cause != null) {
      fault.initCause(cause);
    }
    return fault;
  }
}
