package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.testing.TestCa;
import dk.borgerkontakt.server.testing.TestIdentity;
import dk.borgerkontakt.server.testing.TestServer;
import dk.borgerkontakt.server.testing.Wire;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that are bound to a certificate where there is none, and where there has to be one. */
class BoundTokensTest {

  private static final String CITIZEN = "0207809002";
  private static final TestCa CA = new TestCa("ca");

  @TempDir private Path folder;

  @Test
  void overPlainHttpABoundTokenIsNone() throws Exception {
    try (TestServer server = TestServer.start()) {
      List<Object> bound =
          List.of(
              Map.of("x5t#S256", CA.client("s").thumbprint()),
              Map.of("x5t#S256", 5),
              Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"),
              Map.of(),
              "x");

      for (Object cnf : bound) {
        String token = token(server, cnf);
        assertThat(server.withTokens(() -> token).read(CITIZEN).send().outcome())
            .as(cnf.toString())
            .isEqualTo(1012);
      }
      String unbound = token(server, null);
      assertThat(server.withTokens(() -> unbound).read(CITIZEN).send().status()).isEqualTo(200);
    }
  }

  @Test
  void whereTheyAreRequiredNoConnectionIsWithoutACertificateAndNoTokenUnbound() throws Exception {
    Path store = Files.write(folder.resolve("server.p12"), CA.server().keyStore());
    Path ca = Files.writeString(folder.resolve("ca.pem"), TestIdentity.pem(CA.certificate()));
    try (TestServer server =
        TestServer.with()
            .setting("borgerkontakt.tls.keystore", store.toString())
            .setting("borgerkontakt.tls.keystore-password", "changeit")
            .setting("borgerkontakt.tls.client-certificates", "required")
            .setting("borgerkontakt.tls.client-ca", ca.toString())
            .setting("borgerkontakt.tls.bound-tokens", "required")
            .start()) {
      TestIdentity system = CA.client("system");
      Wire own = server.over(system.shownTo(CA.certificate()));

      assertThat(own.as("star").read(CITIZEN).send().status()).isEqualTo(200);
      String unbound = token(server, null);
      assertThat(own.withTokens(() -> unbound).read(CITIZEN).send().outcome()).isEqualTo(1012);
      String bound = token(server, Map.of("x5t#S256", system.thumbprint()));
      assertThat(own.withTokens(() -> bound).read(CITIZEN).send().status()).isEqualTo(200);
      Wire without = server.over(TestIdentity.trusting(CA.certificate()));
      assertThatThrownBy(() -> without.withTokens(() -> bound).read(CITIZEN).send())
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  /** A token as the sandbox signs it, with this confirmation (RFC 7800) if not null. */
  private static String token(TestServer server, Object confirmation) throws Exception {
    ECKey key = ECKey.parse(Files.readString(server.dataDir().resolve("keys/sandbox.jwk")));
    Date now = Date.from(server.clock().instant());
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build(),
            new JWTClaimsSet.Builder()
                .issuer(server.baseUri().toString().replaceFirst("/$", ""))
                .audience("borgerkontakt")
                .subject("akasse-11")
                .issueTime(now)
                .expirationTime(new Date(now.getTime() + 3_600_000))
                .jwtID(UUID.randomUUID().toString())
                .claim("client_id", "akasse-11")
                .claim("org_type", 2)
                .claim("org_code", "11")
                .claim("scope", String.join(" ", Contract.bundled().scopes()))
                .claim("cnf", confirmation)
                .build());
    token.sign(new ECDSASigner(key));
    return token.serialize();
  }
}
