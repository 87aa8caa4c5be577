package dk.borgerkontakt.server.tls;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.tls.TlsSetting;
import dk.borgerkontakt.server.config.tls.TlsSettings;
import dk.borgerkontakt.server.config.tls.TlsSettings.ClientCertificates;
import dk.borgerkontakt.server.config.tls.TlsSettings.KeyFiles;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** What connections are made with as long as the files stay as they are. */
final class TlsContext {

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  /** Those of RFC 9325 (4.2) with a key of their own for each session, and authenticated. */
  private static final String[] CIPHER_SUITES = {
    "TLS_AES_128_GCM_SHA256",
    "TLS_AES_256_GCM_SHA384",
    "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
  };

  /** After this a client that comes back has its certificate checked anew. */
  private static final Duration RESUMABLE = Duration.ofHours(1);

  private final SSLContext context;
  private final Instant expires;
  private final SSLParameters parameters;

  private TlsContext(SSLContext context, Instant expires, SSLParameters parameters) {
    this.context = context;
    this.expires = expires;
    this.parameters = parameters;
  }

  /**
   * Makes it of what stood in the files.
   *
   * @throws ConfigurationException with every fault of them
   */
  static TlsContext of(TlsFiles files, TlsSettings settings, Instant now) {
    FileFaults faults = new FileFaults();
    Identity identity = identity(files, settings.files(), now, faults);
    TrustManager[] trusted = trusted(files, settings, faults);
    if (identity == null || !faults.told().isEmpty()) {
      throw new ConfigurationException(faults.told());
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(identity.keyManagers(), trusted, null);
      context.getServerSessionContext().setSessionTimeout((int) RESUMABLE.toSeconds());
      return new TlsContext(context, identity.expires(), parameters(settings.clientCertificates()));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Null where there is none to be had. */
  private static @Nullable Identity identity(
      TlsFiles files, KeyFiles paths, Instant now, FileFaults faults) {
    FileContent keyFile = files.key();
    return keyFile == null
        ? ofKeyStore(files.certificate(), paths, now, faults)
        : ofPem(files.certificate(), keyFile, paths, now, faults);
  }

  private static @Nullable Identity ofKeyStore(
      FileContent store, KeyFiles paths, Instant now, FileFaults faults) {
    return faults.attempt(
        TlsSetting.KEYSTORE,
        paths.certificate(),
        () -> {
          Identity identity = Identity.ofKeyStore(store.bytes(), paths.password());
          Identity.checkChain(identity.chain(), now);
          return identity;
        });
  }

  private static @Nullable Identity ofPem(
      FileContent certificates,
      FileContent keyFile,
      KeyFiles paths,
      Instant now,
      FileFaults faults) {
    List<X509Certificate> chain =
        faults.attempt(
            TlsSetting.CERTIFICATE,
            paths.certificate(),
            () -> {
              List<X509Certificate> read = Certificates.read(certificates.bytes());
              Identity.checkChain(read, now);
              return read;
            });
    PrivateKey key =
        faults.attempt(
            TlsSetting.KEY, paths.key(), () -> PemKey.read(keyFile.bytes(), paths.password()));
    return chain == null || key == null
        ? null
        : faults.attempt(TlsSetting.KEY, paths.key(), () -> Identity.of(key, chain));
  }

  /** Null, which is never used, where no certificate is asked for. */
  private static TrustManager @Nullable [] trusted(
      TlsFiles files, TlsSettings settings, FileFaults faults) {
    FileContent clientCa = files.clientCa();
    return clientCa == null
        ? null
        : faults.attempt(
            TlsSetting.CLIENT_CA,
            settings.clientCa(),
            () -> Certificates.trusted(Certificates.read(clientCa.bytes())));
  }

  private static SSLParameters parameters(ClientCertificates clientCertificates) {
    SSLParameters parameters = new SSLParameters(CIPHER_SUITES, PROTOCOLS);
    parameters.setUseCipherSuitesOrder(true);
    switch (clientCertificates) {
      case OPTIONAL -> parameters.setWantClientAuth(true);
      case REQUIRED -> parameters.setNeedClientAuth(true);
      default -> parameters.setNeedClientAuth(false);
    }
    return parameters;
  }

  /** The server's end of one new connection. */
  SSLEngine newEngine() {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    engine.setSSLParameters(parameters);
    return engine;
  }

  /** When the service's certificate ends. */
  Instant expires() {
    return expires;
  }
}
