package dk.borgerkontakt.server.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** X.509 certificates of PEM files. */
final class Certificates {

  private Certificates() {}

  /** All of the file's content, at least one. */
  static List<X509Certificate> read(byte[] content) throws UnusableFileException {
    try {
      List<X509Certificate> certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(content))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!certificates.isEmpty()) {
        return certificates;
      }
    } catch (CertificateException e) {
      // Told below.
    }
    throw new UnusableFileException("holds no certificates that can be read; give a PEM file");
  }

  /** Trusts what these have issued, and themselves. */
  static TrustManager[] trusted(Collection<? extends Certificate> issuers)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (Certificate issuer : issuers) {
      store.setCertificateEntry(Integer.toString(store.size()), issuer);
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    return factory.getTrustManagers();
  }
}
