package dk.borgerkontakt.server.identity;

import static dk.borgerkontakt.server.identity.TestIssuer.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.PlainJWT;
import dk.borgerkontakt.server.gateway.TestCertificate;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tricks of RFC 8725, section 2, and some more. */
class HostileTokenTest {

  private static final TestIssuer ISSUER = new TestIssuer();
  private static final ECKey ATTACKER = newKey();

  private final TokenVerifier verifier =
      new TokenVerifier(PROFILE, new ImmutableJWKSet<>(ISSUER.publicKeys()), TestIssuer.clock());

  @Test
  void refusesATokenWithoutSignature() {
    String payload = ISSUER.token().split("\\.", -1)[1];

    assertRefused(new PlainJWT(TestIssuer.claims().build()).serialize());
    for (String alg : new String[] {"none", "None", "NONE", "nOnE", ""}) {
      String header = base64("{\"alg\":\"" + alg + "\",\"typ\":\"at+jwt\"}");
      assertRefused(header + "." + payload + ".");
      assertRefused(header + "." + payload);
    }
  }

  @Test
  void refusesATokenWhoseSignatureWasTakenAway() {
    String[] parts = ISSUER.token().split("\\.", -1);

    assertRefused(parts[0] + "." + parts[1] + ".");
    assertRefused(parts[0] + "." + parts[1] + "." + base64("\0".repeat(64)));
  }

  @Test
  void refusesAPublicKeyThatIsUsedAsASecret() throws Exception {
    byte[][] secrets = {
      ISSUER.rsa.toPublicKey().getEncoded(),
      ISSUER.ec.toPublicKey().getEncoded(),
      ISSUER.rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)
    };
    for (byte[] secret : secrets) {
      for (String keyId : new String[] {"ec", "rsa"}) {
        JWSObject token =
            new JWSObject(
                TestIssuer.header(JWSAlgorithm.HS256, keyId).build(),
                TestIssuer.claims().build().toPayload());
        token.sign(new MACSigner(secret));
        assertRefused(token.serialize());
      }
    }
  }

  @Test
  void refusesAlgorithmsThatAreNotListedThoughTheKeyFits() {
    for (JWSAlgorithm algorithm : Set.of(JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
      assertRefused(
          TestIssuer.sign(
              TestIssuer.header(algorithm, "rsa").build(),
              TestIssuer.claims().build(),
              ISSUER.rsa));
    }
  }

  @Test
  void takesNoKeyFromTheToken() {
    URI address = URI.create("https://attacker.example/jwks");
    assertRefused(forged(TestIssuer.header(JWSAlgorithm.ES256, "ec").jwk(ATTACKER.toPublicJWK())));
    assertRefused(forged(TestIssuer.header(JWSAlgorithm.ES256, "ec").jwkURL(address)));
    assertRefused(forged(TestIssuer.header(JWSAlgorithm.ES256, "ec").x509CertURL(address)));
    assertRefused(forged(TestIssuer.header(JWSAlgorithm.ES256, ATTACKER.getKeyID())));
    assertRefused(forged(TestIssuer.header(JWSAlgorithm.ES256, null)));
    assertRefused(forged(TestIssuer.header(JWSAlgorithm.ES256, "../../../../dev/null")));
  }

  @Test
  void takesNoCertificateFromTheToken(@TempDir Path temp) throws Exception {
    char[] password = TestCertificate.PASSWORD.toCharArray();
    KeyStore store =
        KeyStore.getInstance(
            TestCertificate.of(temp, "dns:issuer.example").keyStore().toFile(), password);
    Certificate certificate = store.getCertificate("gateway");
    ECKey key =
        new ECKey.Builder(Curve.P_256, (ECPublicKey) certificate.getPublicKey())
            .privateKey((PrivateKey) store.getKey("gateway", password))
            .build();
    JWSHeader.Builder header =
        TestIssuer.header(JWSAlgorithm.ES256, "ec")
            .x509CertChain(List.of(com.nimbusds.jose.util.Base64.encode(certificate.getEncoded())));

    assertRefused(TestIssuer.sign(header.build(), TestIssuer.claims().build(), key));
  }

  @Test
  void refusesOtherTypesOfToken() {
    assertRefused(ISSUER.tokenWithHeader(header -> header.type(null)));
    assertRefused(ISSUER.tokenWithHeader(header -> header.type(JOSEObjectType.JWT)));
    assertRefused(ISSUER.tokenWithHeader(header -> header.type(new JOSEObjectType("at"))));
    assertRefused(ISSUER.tokenWithHeader(header -> header.type(new JOSEObjectType("logout+jwt"))));
  }

  @Test
  void refusesCriticalHeadersEvenOnesThatTheLibraryKnows() throws Exception {
    assertRefused(
        ISSUER.tokenWithHeader(
            header -> header.customParam("exp", 1).criticalParams(Set.of("exp"))));

    JWSHeader unencoded =
        TestIssuer.header(JWSAlgorithm.ES256, "ec")
            .base64URLEncodePayload(true)
            .criticalParams(Set.of("b64"))
            .build();
    assertRefused(TestIssuer.sign(unencoded, TestIssuer.claims().build(), ISSUER.ec));
  }

  @Test
  void refusesEncryptedAndNestedTokens() throws Exception {
    JWEObject encrypted =
        new JWEObject(
            new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                .type(new JOSEObjectType("at+jwt"))
                .contentType("JWT")
                .keyID("rsa")
                .build(),
            new Payload(ISSUER.token()));
    encrypted.encrypt(new RSAEncrypter(ISSUER.rsa));
    assertRefused(encrypted.serialize());

    JWSObject nested =
        new JWSObject(
            TestIssuer.header(JWSAlgorithm.ES256, "ec").contentType("JWT").build(),
            new Payload(ISSUER.token()));
    nested.sign(new ECDSASigner(ISSUER.ec));
    assertRefused(nested.serialize());

    JWSObject nestedUnsigned =
        new JWSObject(
            TestIssuer.header(JWSAlgorithm.ES256, "ec").build(),
            new Payload(new PlainJWT(TestIssuer.claims().build()).serialize()));
    nestedUnsigned.sign(new ECDSASigner(ISSUER.ec));
    assertRefused(nestedUnsigned.serialize());
  }

  @Test
  void refusesAChangedHeaderOrPayload() {
    String[] parts = ISSUER.token().split("\\.", -1);
    String other = ISSUER.token(claims -> claims.claim("org_code", "12")).split("\\.", -1)[1];
    String header = base64("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"ec\",\"x\":1}");

    assertRefused(parts[0] + "." + other + "." + parts[2]);
    assertRefused(header + "." + parts[1] + "." + parts[2]);
  }

  @Test
  void refusesEveryTruncation() {
    String token = ISSUER.token();

    for (int length = 0; length < token.length(); length++) {
      assertRefused(token.substring(0, length));
    }
  }

  @Test
  void refusesWhatEverIsDoneToAToken() {
    Random random = new Random(1);
    String token = ISSUER.token();
    String alphabet = "ABCabc019-_.= {}\"\\\0\u00e6\ud83d\ude00";

    for (int i = 0; i < 2000; i++) {
      StringBuilder changed = new StringBuilder(token);
      for (int edits = random.nextInt(3); edits >= 0; edits--) {
        char letter = alphabet.charAt(random.nextInt(alphabet.length()));
        changed.setCharAt(random.nextInt(token.length() - 1), letter);
      }
      if (!changed.toString().equals(token)) {
        assertRefused(changed.toString());
      }
    }
  }

  @Test
  void refusesHeadersAndPayloadsThatAreNoUsableJson() {
    String[] parts = ISSUER.token().split("\\.", -1);
    String[] hostile = {
      "",
      "null",
      "[]",
      "{",
      "{}",
      "{\"alg\":null}",
      "{\"alg\":{\"a\":1}}",
      "{\"alg\":\"ES256\",\"typ\":[\"at+jwt\"]}",
      "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}}",
      "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"jku\":\"::\"}",
      "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"x5c\":[\"AA\"]}",
      "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"x5t\":1,\"kid\":{}}",
      "{\"a\":".repeat(900),
      "[".repeat(4000),
    };
    for (String json : hostile) {
      assertRefused(base64(json) + "." + parts[1] + "." + parts[2]);
      assertRefused(parts[0] + "." + base64(json) + "." + parts[2]);
    }
  }

  @Test
  void refusesAnOversizedTokenThoughItIsSignedWell() throws Exception {
    assertRefused(ISSUER.token(claims -> claims.claim("filler", "x".repeat(6100))));
    assertRefused("x".repeat(10_000_000));
    assertThat(verifier.verify(ISSUER.token(claims -> claims.claim("filler", "x".repeat(4000)))))
        .isNotNull();
  }

  private static String forged(JWSHeader.Builder header) {
    return TestIssuer.sign(header.build(), TestIssuer.claims().build(), ATTACKER);
  }

  private void assertRefused(String token) {
    assertRefused(verifier, token);
  }

  /** Refused, and nothing of the token or its claims in what may be logged. */
  static void assertRefused(TokenVerifier verifier, String token) {
    Throwable refusal = catchThrowable(() -> verifier.verify(token));

    assertThat(refusal)
        .isExactlyInstanceOf(InvalidTokenException.class)
        .hasNoCause()
        .hasNoSuppressedExceptions()
        .hasMessageNotContainingAny("akasse", "issuer.example", "read", "eyJ");
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("attacker").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
