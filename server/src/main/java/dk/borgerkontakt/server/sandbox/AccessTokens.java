package dk.borgerkontakt.server.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dk.borgerkontakt.server.identity.CertificateBinding;
import dk.borgerkontakt.server.identity.TokenProfile;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the sandbox's access tokens: JWT by RFC 9068, ES256, good for an hour. */
public final class AccessTokens {

  static final Duration LIFETIME = Duration.ofHours(1);

  private final TokenProfile profile;
  private final JWSHeader header;
  private final JWSSigner signer;
  private final Clock clock;

  /**
   * @param profile the issuer, audience and claim names that the service will look for
   * @param key a private P-256 key with an id
   */
  public AccessTokens(TokenProfile profile, ECKey key, Clock clock) {
    this.profile = profile;
    this.header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID(key.getKeyID())
            .build();
    try {
      this.signer = new ECDSASigner(key);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("no private P-256 key", e);
    }
    this.clock = clock;
  }

  /**
   * A token for this client with these scopes, which are separated by spaces.
   *
   * @param certificate the one that the token is bound to; null: none
   */
  String issue(SandboxClient client, String scope, @Nullable X509Certificate certificate) {
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(profile.issuer())
            .audience(profile.audience())
            .subject(client.id())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .jwtID(UUID.randomUUID().toString())
            .claim(profile.claims().clientId(), client.id())
            .claim(profile.claims().scope(), scope)
            .claim(profile.claims().organisationType(), client.organisationType().value());
    if (client.organisationCode() != null) {
      claims.claim(profile.claims().organisationCode(), client.organisationCode());
    }
    if (certificate != null) {
      Map.Entry<String, Object> bound = CertificateBinding.claim(certificate);
      claims.claim(bound.getKey(), bound.getValue());
    }
    return signed(claims.build());
  }

  private String signed(JWTClaimsSet claims) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
