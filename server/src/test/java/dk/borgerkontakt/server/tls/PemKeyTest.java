package dk.borgerkontakt.server.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Keys as openssl writes them. */
class PemKeyTest {

  /** Of {@code openssl pkcs8 -topk8 -v2 aes-256-cbc}; the key of nothing. */
  private static final byte[] WITH_PASSPHRASE =
      """
      -----BEGIN ENCRYPTED PRIVATE KEY-----
      MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhoKCpLwU17XQICCAAw
      DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEHbpFioBp/9Y98MLY8saUQ4EgZAL
      SA5q5BEeYxziG93YthNx2fs0fWZ9fxrzCEqyw2bcZ7vNnSsHkpEbLVl9oXJlcRLF
      TTAlfBRX5w+GRvptcYDLLVPhcLy9E43/EkQYf/UakGxk5lBlmOe/hNlG9k+PJZT+
      iSMK6X1pR2qW4Dv8XiJWHkf78BJAdgrCCbrOL+WlupRZHOwb7x3iWKXmAgwl5Ag=
      -----END ENCRYPTED PRIVATE KEY-----
      """
          .getBytes(US_ASCII);

  @Test
  void aKeyIsReadWithItsPassphrase() throws UnusableFileException {
    assertThat(PemKey.read(WITH_PASSPHRASE, "hemmelig").getAlgorithm()).isEqualTo("EC");
  }

  @Test
  void aWrongPassphraseIsToldAndNotPrinted() {
    assertThatThrownBy(() -> PemKey.read(WITH_PASSPHRASE, "forkert"))
        .isInstanceOf(UnusableFileException.class)
        .hasMessage("can't be opened with its passphrase; check the passphrase");
    assertThatThrownBy(() -> PemKey.read(WITH_PASSPHRASE, null))
        .hasMessage("has a passphrase; give it too");
  }
}
