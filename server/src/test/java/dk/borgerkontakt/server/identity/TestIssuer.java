package dk.borgerkontakt.server.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dk.borgerkontakt.server.testing.MutableClock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;

/** An issuer with one key of each kind, and tokens that are right but for what a test changes. */
public final class TestIssuer {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final TokenProfile PROFILE =
      new TokenProfile("https://issuer.example", "borgerkontakt", TokenProfile.DEFAULT_CLAIMS);

  final ECKey ec;
  final RSAKey rsa;

  public TestIssuer() {
    try {
      ec = new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).keyID("ec").generate();
      rsa = new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).keyID("rsa").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A clock that says {@link #NOW}. */
  static MutableClock clock() {
    MutableClock clock = new MutableClock();
    clock.set(NOW);
    return clock;
  }

  public JWKSet publicKeys() {
    return new JWKSet(List.of(ec, rsa)).toPublicJWKSet();
  }

  static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("https://issuer.example")
        .audience("borgerkontakt")
        .subject("akasse-11")
        .issueTime(Date.from(NOW))
        .expirationTime(Date.from(NOW.plusSeconds(3600)))
        .jwtID("1")
        .claim("client_id", "akasse-11")
        .claim("org_type", 2)
        .claim("org_code", "11")
        .claim("scope", "read write");
  }

  static JWSHeader.Builder header(JWSAlgorithm algorithm, String keyId) {
    return new JWSHeader.Builder(algorithm).type(new JOSEObjectType("at+jwt")).keyID(keyId);
  }

  String token() {
    return token(claims -> {});
  }

  public String token(Consumer<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims = claims();
    change.accept(claims);
    return sign(header(JWSAlgorithm.ES256, "ec").build(), claims.build(), ec);
  }

  String tokenWithHeader(Consumer<JWSHeader.Builder> change) {
    JWSHeader.Builder header = header(JWSAlgorithm.ES256, "ec");
    change.accept(header);
    return sign(header.build(), claims().build(), ec);
  }

  /** A token by a key of a name that no other issuer has. */
  public String strangersToken() {
    return tokenWithHeader(header -> header.keyID("stranger"));
  }

  static String sign(JWSHeader header, JWTClaimsSet claims, JWK key) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
