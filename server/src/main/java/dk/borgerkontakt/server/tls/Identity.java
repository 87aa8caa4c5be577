package dk.borgerkontakt.server.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * What the service proves itself with.
 *
 * @param chain the service's certificate, then each one's issuer
 */
record Identity(PrivateKey key, List<X509Certificate> chain) {

  private static final String ALIAS = "service";

  /** The only key of a PKCS 12 file. */
  static Identity ofKeyStore(byte[] content, @Nullable String password)
      throws UnusableFileException {
    char[] secret = password == null ? new char[0] : password.toCharArray();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(content), secret);
      List<String> aliases = Collections.list(store.aliases());
      aliases.removeIf(alias -> !isKey(store, alias));
      if (aliases.size() != 1) {
        throw new UnusableFileException(
            "holds %d private keys; make one with a single key".formatted(aliases.size()));
      }
      String alias = aliases.get(0);
      return of(
          (PrivateKey) Objects.requireNonNull(store.getKey(alias, secret)),
          Arrays.stream(Objects.requireNonNull(store.getCertificateChain(alias)))
              .map(X509Certificate.class::cast)
              .toList());
    } catch (IOException | GeneralSecurityException e) {
      boolean isPassword = e.getCause() instanceof GeneralSecurityException;
      throw new UnusableFileException(
          isPassword
              ? "can't be opened with its password; check the password"
              : "is no PKCS 12 file that can be read; give one");
    }
  }

  private static boolean isKey(KeyStore store, String alias) {
    try {
      return store.isKeyEntry(alias);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The two, if they belong together. */
  static Identity of(PrivateKey key, List<X509Certificate> chain) throws UnusableFileException {
    Identity identity = new Identity(key, chain);
    identity.checkKey();
    return identity;
  }

  X509Certificate certificate() {
    return chain.get(0);
  }

  Instant expires() {
    return expires(chain);
  }

  private static Instant expires(List<X509Certificate> chain) {
    return chain.get(0).getNotAfter().toInstant();
  }

  /** That clients can take it: each certificate by the next, and the first one valid now. */
  static void checkChain(List<X509Certificate> chain, Instant now) throws UnusableFileException {
    for (int i = 1; i < chain.size(); i++) {
      X500Principal issuer = chain.get(i - 1).getIssuerX500Principal();
      if (!issuer.equals(chain.get(i).getSubjectX500Principal())) {
        throw new UnusableFileException(
            "has its certificates in the wrong order; put the service's first, then each issuer");
      }
    }
    Instant expires = expires(chain);
    if (!now.isBefore(expires)) {
      throw new UnusableFileException("expired at " + expires + "; give the renewed certificate");
    }
    Instant begins = chain.get(0).getNotBefore().toInstant();
    if (now.isBefore(begins)) {
      throw new UnusableFileException("is not valid before " + begins + "; check the clock");
    }
  }

  /** What the one signs, the other can check. */
  private void checkKey() throws UnusableFileException {
    PublicKey open = certificate().getPublicKey();
    try {
      if (key.getAlgorithm().equals(open.getAlgorithm()) && belongTogether(open)) {
        return;
      }
    } catch (GeneralSecurityException e) {
      // An EC key on another curve, for one.
    }
    throw new UnusableFileException(
        "is not the key of the certificate; give the two that belong together");
  }

  private boolean belongTogether(PublicKey open) throws GeneralSecurityException {
    byte[] sample = certificate().getEncoded();
    boolean isRsa = key.getAlgorithm().equals("RSA");
    Signature signature = Signature.getInstance(isRsa ? "SHA256withRSA" : "SHA256withECDSA");
    signature.initSign(key);
    signature.update(sample);
    byte[] signed = signature.sign();
    signature.initVerify(open);
    signature.update(sample);
    return signature.verify(signed);
  }

  /** Shows the certificate, and proves it with the key. */
  KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
    char[] noSecret = new char[0];
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(ALIAS, key, noSecret, chain.toArray(X509Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, noSecret);
    return factory.getKeyManagers();
  }

  /** The certificate's number alone. */
  @Override
  public String toString() {
    return "Identity[" + certificate().getSerialNumber() + "]";
  }
}
