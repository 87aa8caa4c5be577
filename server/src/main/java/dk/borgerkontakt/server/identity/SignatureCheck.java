package dk.borgerkontakt.server.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Set;

/**
 * The first half of the proof: a signed JWT of the right type and a listed algorithm, by one of the
 * issuer's keys. Keys and addresses of keys that a token brings itself ({@code jwk}, {@code jku},
 * {@code x5u}, {@code x5c}) count for nothing (RFC 8725, 3.1, 3.10 and 3.11).
 */
final class SignatureCheck {

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  SignatureCheck(JWKSource<SecurityContext> keys) {
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt")));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    // The claims are ClaimsCheck's, on the service's own clock.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
  }

  JWTClaimsSet claimsOf(String token) throws InvalidTokenException {
    SignedJWT jwt = parse(token);
    if (jwt.getHeader().getCriticalParams() != null) {
      throw new InvalidTokenException("critical header parameters are not understood");
    }
    try {
      return processor.process(jwt, null);
    } catch (KeySourceException e) {
      throw new IssuerUnavailableException(e);
    } catch (BadJOSEException | JOSEException e) {
      throw new InvalidTokenException("wrong type, algorithm, key or signature");
    }
  }

  /** An encrypted or unsigned JWT can't be read here. */
  private static SignedJWT parse(String token) throws InvalidTokenException {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      if (jwt.getJWTClaimsSet() != null) {
        return jwt;
      }
    } catch (ParseException | RuntimeException e) {
      // The parser meets some hostile input, a header "null" for one, with a runtime exception.
    }
    throw new InvalidTokenException("not a signed JWT");
  }
}
