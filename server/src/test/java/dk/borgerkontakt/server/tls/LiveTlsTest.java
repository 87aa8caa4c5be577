package dk.borgerkontakt.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.tls.TlsSettings;
import dk.borgerkontakt.server.config.tls.TlsSettings.ClientCertificates;
import dk.borgerkontakt.server.config.tls.TlsSettings.KeyFiles;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.LogLines;
import dk.borgerkontakt.server.testing.MutableClock;
import dk.borgerkontakt.server.testing.TestCa;
import dk.borgerkontakt.server.testing.TestIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of TLS may hold, and what is told when they can't be used. */
class LiveTlsTest {

  private static final TestCa CA = new TestCa("ca");
  private static final Instant END = Instant.parse("2048-05-01T00:00:00Z");
  private static final TestIdentity EC = CA.server("EC", END);
  private static final TestIdentity RSA = CA.server("RSA", END);

  private final MutableClock clock = new MutableClock();

  @TempDir private Path folder;
  private Path certificate;
  private Path key;
  private Path ca;

  @BeforeEach
  void writeFiles() throws IOException {
    certificate = Files.writeString(folder.resolve("a.pem"), EC.chain());
    key = Files.writeString(folder.resolve("a.key"), EC.keyPem());
    ca = Files.writeString(folder.resolve("ca.pem"), TestIdentity.pem(CA.certificate()));
  }

  @Test
  void takesKeysInPkcs8() throws IOException {
    assertThat(expires(null)).isEqualTo(END);
    Files.writeString(certificate, RSA.chain());
    Files.writeString(key, RSA.keyPem());
    assertThat(expires(null)).isEqualTo(END);
  }

  @Test
  void takesATraditionalRsaKey() throws IOException {
    Files.writeString(certificate, RSA.chain());
    Files.writeString(key, TestIdentity.pem("RSA PRIVATE KEY", inner(RSA)));

    assertThat(expires(null)).isEqualTo(END);
  }

  /** Behind the parameters that openssl writes first. */
  @Test
  void takesATraditionalEcKey() throws IOException {
    byte[] curve = {(byte) 0xa0, 10, 6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7};
    byte[] own = inner(EC);
    byte[] whole = Arrays.copyOf(own, own.length + curve.length);
    System.arraycopy(curve, 0, whole, own.length, curve.length);
    whole[1] += (byte) curve.length;
    String parameters = TestIdentity.pem("EC PARAMETERS", Arrays.copyOfRange(curve, 2, 12));
    Files.writeString(key, parameters + TestIdentity.pem("EC PRIVATE KEY", whole));

    assertThat(expires(null)).isEqualTo(END);
  }

  /** PKCS 8 wraps it as its last element. */
  private static byte[] inner(TestIdentity identity) {
    byte[] whole = identity.key().getEncoded();
    byte[] parts = Der.first(Der.SEQUENCE, whole);
    return Der.first(Der.OCTETS, parts);
  }

  @Test
  void takesAPkcs12File() throws IOException {
    Path store = Files.write(folder.resolve("a.p12"), EC.keyStore());

    assertThat(tls(store, "changeit").expires()).isEqualTo(END);
    assertThatThrownBy(() -> tls(store, "forkert"))
        .hasMessage(
            "borgerkontakt.tls.keystore is %s, which can't be opened with its password; check the"
                + " password",
            store);
    Files.writeString(store, "no store");
    assertThatThrownBy(() -> tls(store, "changeit")).hasMessageContaining("is no PKCS 12 file");
  }

  private LiveTls tls(Path store, String password) {
    KeyFiles files = new KeyFiles(store, null, password);
    return new LiveTls(new TlsSettings(files, ClientCertificates.OFF, null, false), clock);
  }

  @Test
  void tellsWhatIsWrongWithAKey() throws IOException {
    Files.writeString(key, CA.server().keyPem());
    assertThat(faults(null))
        .singleElement()
        .asString()
        .contains("is not the key of the certificate");
    Files.writeString(key, RSA.keyPem());
    assertThat(faults(null))
        .singleElement()
        .asString()
        .contains("is not the key of the certificate");
    Files.writeString(key, EC.chain());
    assertThat(faults(null)).singleElement().asString().contains("holds no private key in PEM");
    Files.writeString(key, TestIdentity.pem("EC PRIVATE KEY", new byte[] {0x30, 127, 1}));
    assertThat(faults(null)).singleElement().asString().contains("names no curve");
    Files.writeString(key, TestIdentity.pem("PRIVATE KEY", new byte[20]));
    assertThat(faults(null)).singleElement().asString().contains("no RSA or EC key");
    Files.writeString(
        key, EC.keyPem().replace("KEY-----\n", "KEY-----\nDEK-Info: AES-256-CBC,00\n\n"));
    assertThat(faults(null)).singleElement().asString().contains("convert it with openssl pkcs8");
    Files.writeString(key, EC.keyPem());
    assertThat(faults("x")).singleElement().asString().contains("has no passphrase");
  }

  @Test
  void tellsWhatIsWrongWithACertificate() throws IOException {
    Files.writeString(
        certificate, TestIdentity.pem(CA.certificate()) + TestIdentity.pem(EC.certificate()));
    assertThat(faults(null)).anyMatch(fault -> fault.contains("in the wrong order"));
    Files.writeString(certificate, "nothing");
    assertThat(faults(null)).singleElement().asString().contains("holds no certificates");
    Files.writeString(certificate, EC.chain());
    clock.set(END);
    assertThat(faults(null))
        .containsExactly(
            "borgerkontakt.tls.certificate is %s, which expired at %s; give the renewed certificate"
                .formatted(certificate, END));
    clock.set(Instant.EPOCH);
    assertThat(faults(null)).singleElement().asString().contains("is not valid before");
  }

  @Test
  void tellsAllFaultsTogether() throws IOException {
    Files.writeString(certificate, "nothing");
    Files.writeString(key, "nothing");
    Files.writeString(ca, "nothing");

    assertThat(faults(null)).hasSize(3).allMatch(fault -> fault.startsWith("borgerkontakt.tls."));
  }

  @Test
  void warnsOfACertificateThatEndsSoon() {
    clock.set(END.minusSeconds(3600));
    try (LogLines log = LogLines.ofPackage(LiveTls.class)) {
      assertThat(expires(null)).isEqualTo(END);

      assertThat(log.warnings())
          .containsExactly("TLS: the certificate ends at " + END + "; renew it");
    }
  }

  @Test
  void takesChangedFilesAndKeepsTheOldOnesWhereTheyAreBroken() throws IOException {
    try (LogLines log = LogLines.ofPackage(LiveTls.class);
        LiveTls tls = new LiveTls(settings(null), clock)) {
      tls.start();
      Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nhalf");
      await("the broken key", tls::isStale);
      assertThat(tls.expires()).isEqualTo(END);
      assertThat(log.texts())
          .singleElement()
          .asString()
          .contains("goes on with the files as they were", key.toString())
          .doesNotContain("half");
      Files.delete(key);
      await("the second line", () -> log.texts().size() == 2);
      assertThat(tls.isStale()).isTrue();

      TestIdentity renewed = CA.server("EC", END.plusSeconds(60));
      renewed.write(folder, "a");

      await("the renewed certificate", () -> tls.expires().equals(END.plusSeconds(60)));
      assertThat(tls.isStale()).isFalse();
    }
  }

  private static void await(String what, BooleanSupplier condition) {
    Await.until(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  private Instant expires(String password) {
    try (LiveTls tls = new LiveTls(settings(password), clock)) {
      return tls.expires();
    }
  }

  private List<String> faults(String password) {
    try {
      LiveTls.check(settings(password), clock);
      return List.of();
    } catch (ConfigurationException e) {
      return e.faults();
    }
  }

  private TlsSettings settings(String password) {
    return new TlsSettings(
        new KeyFiles(certificate, key, password), ClientCertificates.OPTIONAL, ca, false);
  }
}
