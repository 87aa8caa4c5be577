package dk.borgerkontakt.server.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/** A certificate with its key, as a {@link TestCa} has issued it. */
public record TestIdentity(PrivateKey key, X509Certificate certificate, X509Certificate issuer) {

  private static final char[] PASSWORD = "changeit".toCharArray();

  /** Certificate and issuer, in PEM. */
  public String chain() {
    return pem(certificate) + pem(issuer);
  }

  /** The key, PKCS 8 in PEM. */
  public String keyPem() {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  public static String pem(X509Certificate certificate) {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String pem(String label, byte[] der) {
    String base64 = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
  }

  /** A PKCS 12 file with the password {@code changeit}. */
  public byte[] keyStore() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      store().store(out, PASSWORD);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes {@code name.pem} and {@code name.key} into the folder, each in one step. */
  public void write(Path folder, String name) {
    put(folder.resolve(name + ".pem"), chain());
    put(folder.resolve(name + ".key"), keyPem());
  }

  /** Replaces the file, whole. */
  public static void put(Path file, String content) {
    try {
      Path aside = Files.writeString(Path.of(file + ".new"), content);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code cnf} says of it in a token that is bound to it. */
  public String thumbprint() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A client's end: shows this certificate, and trusts what the CA has issued. */
  public SSLContext shownTo(X509Certificate ca) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store(), PASSWORD);
      return context(keys.getKeyManagers(), ca);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same, but shows the certificate though the server trusts only others. */
  public SSLContext shownToAnybody(X509Certificate ca) {
    return context(new KeyManager[] {new OnlyOne(key, certificate)}, ca);
  }

  /** Java's own would show nothing to a server that doesn't name the issuer. */
  private static final class OnlyOne extends X509ExtendedKeyManager {

    private final PrivateKey key;
    private final X509Certificate certificate;

    OnlyOne(PrivateKey key, X509Certificate certificate) {
      this.key = key;
      this.certificate = certificate;
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      return "own";
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return key;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return new X509Certificate[] {certificate};
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      return new String[] {"own"};
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      return null;
    }
  }

  /** A client's end that shows nothing. */
  public static SSLContext trusting(X509Certificate ca) {
    return context(null, ca);
  }

  private static SSLContext context(KeyManager[] keys, X509Certificate ca) {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("ca", ca);
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, trust.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("own", key, PASSWORD, new Certificate[] {certificate, issuer});
    return store;
  }
}
