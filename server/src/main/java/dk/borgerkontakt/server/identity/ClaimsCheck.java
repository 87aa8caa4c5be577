package dk.borgerkontakt.server.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * The second half of the proof: the claims of a token whose signature is good (RFC 9068, 2.2 and
 * 4).
 */
final class ClaimsCheck {

  private static final Duration SKEW = Duration.ofSeconds(60);

  /** What the audit keeps of it. */
  private static final int MAX_CLIENT_ID = 100;

  private static final int MAX_TEXT = 1000;

  private final TokenProfile profile;
  private final Clock clock;

  ClaimsCheck(TokenProfile profile, Clock clock) {
    this.profile = profile;
    this.clock = clock;
  }

  Caller callerOf(JWTClaimsSet claims) throws InvalidTokenException {
    requireIssuedForUs(claims);
    requireCurrent(claims);
    ClaimReader reader = new ClaimReader(claims);
    reader.required("sub", MAX_TEXT);
    reader.required("jti", MAX_TEXT);
    String clientId = reader.required(profile.claims().clientId(), MAX_CLIENT_ID);
    Organisation organisation = profile.organisations().of(clientId, reader);
    return new Caller(
        clientId,
        organisation.type(),
        organisation.code(),
        reader.words(profile.claims().scope()),
        CertificateBinding.thumbprint(claims));
  }

  private void requireIssuedForUs(JWTClaimsSet claims) throws InvalidTokenException {
    if (!profile.issuer().equals(claims.getIssuer())) {
      throw new InvalidTokenException("not from the issuer");
    }
    if (!claims.getAudience().contains(profile.audience())) {
      throw new InvalidTokenException("not for this audience");
    }
  }

  private void requireCurrent(JWTClaimsSet claims) throws InvalidTokenException {
    Date expires = claims.getExpirationTime();
    Date issued = claims.getIssueTime();
    if (expires == null || issued == null) {
      throw new InvalidTokenException("exp or iat is missing");
    }
    Instant now = clock.instant();
    if (!now.isBefore(expires.toInstant().plus(SKEW))) {
      throw new InvalidTokenException("expired");
    }
    Date notBefore = claims.getNotBeforeTime();
    Instant latestStart = now.plus(SKEW);
    if (issued.toInstant().isAfter(latestStart)
        || (notBefore != null && notBefore.toInstant().isAfter(latestStart))) {
      throw new InvalidTokenException("not yet valid");
    }
  }
}
