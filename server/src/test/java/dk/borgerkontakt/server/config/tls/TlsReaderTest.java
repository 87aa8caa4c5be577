package dk.borgerkontakt.server.config.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.SettingsReader;
import dk.borgerkontakt.server.config.tls.TlsSettings.ClientCertificates;
import dk.borgerkontakt.server.config.tls.TlsSettings.KeyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsReaderTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.writeString(folder.resolve("file.pem"), "");
  }

  @Test
  void withoutACertificateThereIsNoTls() {
    assertThat(read()).isNull();
  }

  @Test
  void readsPemFiles() {
    assertThat(
            read(
                "certificate", "FILE",
                "key", "FILE",
                "key-password", "secret",
                "client-certificates", "required",
                "client-ca", "FILE",
                "bound-tokens", "required"))
        .isEqualTo(
            new TlsSettings(
                new KeyFiles(file, file, "secret"), ClientCertificates.REQUIRED, file, true));
  }

  @Test
  void readsAKeyStore() {
    assertThat(read("keystore", "FILE", "keystore-password", "secret"))
        .isEqualTo(
            new TlsSettings(
                new KeyFiles(file, null, "secret"), ClientCertificates.OFF, null, false));
  }

  @Test
  void printsNoPassword() {
    assertThat(read("keystore", "FILE", "keystore-password", "hemmelig").toString())
        .doesNotContain("hemmelig");
  }

  @Test
  void tellsWhatIsMissing() {
    assertThat(faults("certificate", "FILE"))
        .containsExactly(
            "borgerkontakt.tls.key is needed with a certificate; give PEM file of the certificate's"
                + " private key, RSA or EC");
    assertThat(faults("keystore", "FILE"))
        .containsExactly(
            "borgerkontakt.tls.keystore-password is needed to read the PKCS 12 file; give password"
                + " of the PKCS 12 file");
    assertThat(faults("certificate", "FILE", "key", "FILE", "client-certificates", "required"))
        .containsExactly(
            "borgerkontakt.tls.client-ca is needed to check the certificates of clients; give PEM"
                + " file of the certificates that issue those of clients");
  }

  @Test
  void tellsWhatNothingWouldUse() {
    assertThat(faults("client-certificates", "required", "key", "FILE"))
        .hasSize(2)
        .allMatch(fault -> fault.contains("is not used without a certificate; give"));
    assertThat(faults("certificate", "FILE", "key", "FILE", "client-ca", "FILE"))
        .singleElement()
        .asString()
        .contains("client-ca is not used without certificates of clients");
    assertThat(faults("keystore", "FILE", "keystore-password", "x", "key", "FILE"))
        .singleElement()
        .asString()
        .contains("tls.key is not used beside a PKCS 12 file");
    assertThat(faults("certificate", "FILE", "key", "FILE", "bound-tokens", "required"))
        .singleElement()
        .asString()
        .contains("bound-tokens would refuse every token without certificates of clients");
  }

  @Test
  void tellsFilesThatAreNotThere() {
    assertThat(faults("certificate", "FILE.not", "key", "FILE"))
        .containsExactly(
            "borgerkontakt.tls.certificate is \""
                + file
                + ".not\"; give the path of a file that this user may read (given in the file)");
  }

  private List<String> faults(String... pairs) {
    ConfigurationException[] caught = new ConfigurationException[1];
    assertThatThrownBy(() -> read(pairs))
        .isInstanceOfSatisfying(ConfigurationException.class, fault -> caught[0] = fault);
    return caught[0].faults();
  }

  private TlsSettings read(String... pairs) {
    Map<String, String> given = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      given.put("borgerkontakt.tls." + pairs[i], pairs[i + 1].replace("FILE", file.toString()));
    }
    return SettingsReader.read(given, Map.of(), Map.of()).tls();
  }
}
