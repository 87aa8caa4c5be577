package dk.borgerkontakt.server.config.tls;

import dk.borgerkontakt.server.config.source.Parsers;
import dk.borgerkontakt.server.config.source.SettingValues;
import dk.borgerkontakt.server.config.tls.TlsSettings.ClientCertificates;
import dk.borgerkontakt.server.config.tls.TlsSettings.KeyFiles;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the keys of TLS. What the files hold is looked at later, by the service. */
public final class TlsReader {

  private static final Set<TlsSetting> OF_PEM =
      EnumSet.of(TlsSetting.CERTIFICATE, TlsSetting.KEY, TlsSetting.KEY_PASSWORD);

  private static final Path NO_FILE = Path.of("");

  private final SettingValues values;

  public TlsReader(SettingValues values) {
    this.values = values;
  }

  /** Null when neither a certificate nor a key store is given. */
  public @Nullable TlsSettings read() {
    boolean hasStore = values.given(TlsSetting.KEYSTORE) != null;
    if (!hasStore && values.given(TlsSetting.CERTIFICATE) == null) {
      values.refuse(
          EnumSet.allOf(TlsSetting.class),
          "is not used without a certificate; give %s or %s"
              .formatted(TlsSetting.CERTIFICATE.key(), TlsSetting.KEYSTORE.key()));
      return null;
    }
    ClientCertificates clientCertificates =
        values.parse(TlsSetting.CLIENT_CERTIFICATES, "off, optional or required", TlsReader::asked);
    return new TlsSettings(
        hasStore ? keystore() : pem(),
        clientCertificates,
        clientCa(clientCertificates),
        boundTokensOnly(clientCertificates));
  }

  private KeyFiles keystore() {
    values.refuse(
        OF_PEM, "is not used beside a PKCS 12 file; take it out, or " + TlsSetting.KEYSTORE.key());
    return new KeyFiles(
        file(TlsSetting.KEYSTORE),
        null,
        values.required(TlsSetting.KEYSTORE_PASSWORD, "to read the PKCS 12 file"));
  }

  private KeyFiles pem() {
    values.refuse(
        Set.of(TlsSetting.KEYSTORE_PASSWORD),
        "is not used without a PKCS 12 file; a PEM key's is " + TlsSetting.KEY_PASSWORD.key());
    values.required(TlsSetting.KEY, "with a certificate");
    return new KeyFiles(
        file(TlsSetting.CERTIFICATE), file(TlsSetting.KEY), values.given(TlsSetting.KEY_PASSWORD));
  }

  /** Where there is none that is a fault already, which nobody reads past. */
  private Path file(TlsSetting setting) {
    Path file = values.parseGiven(setting, Parsers.FILE, Parsers::readable);
    return file == null ? NO_FILE : file;
  }

  private @Nullable Path clientCa(ClientCertificates clientCertificates) {
    if (clientCertificates != ClientCertificates.OFF) {
      values.required(TlsSetting.CLIENT_CA, "to check the certificates of clients");
      return file(TlsSetting.CLIENT_CA);
    }
    if (!values.isFaulty(TlsSetting.CLIENT_CERTIFICATES)) {
      values.refuse(
          Set.of(TlsSetting.CLIENT_CA),
          "is not used without certificates of clients; give %s=optional or required"
              .formatted(TlsSetting.CLIENT_CERTIFICATES.key()));
    }
    return null;
  }

  private boolean boundTokensOnly(ClientCertificates clientCertificates) {
    boolean required =
        values.parse(TlsSetting.BOUND_TOKENS, "optional or required", TlsReader::isRequired);
    if (required
        && clientCertificates == ClientCertificates.OFF
        && !values.isFaulty(TlsSetting.CLIENT_CERTIFICATES)) {
      values.addFault(
          TlsSetting.BOUND_TOKENS,
          "would refuse every token without certificates of clients; give %s=required"
              .formatted(TlsSetting.CLIENT_CERTIFICATES.key()));
    }
    return required;
  }

  private static ClientCertificates asked(String text) {
    return switch (text) {
      case "off" -> ClientCertificates.OFF;
      case "optional" -> ClientCertificates.OPTIONAL;
      case "required" -> ClientCertificates.REQUIRED;
      default -> throw new IllegalArgumentException();
    };
  }

  private static boolean isRequired(String text) {
    return switch (text) {
      case "optional" -> false;
      case "required" -> true;
      default -> throw new IllegalArgumentException();
    };
  }
}
