package dk.borgerkontakt.server.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.server.config.identity.IdentitySettings.ClaimNames;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second half of the proof: the claims of a token whose signature is good (RFC 9068, 2.2 and
 * 4).
 */
final class ClaimsCheck {

  private static final Duration SKEW = Duration.ofSeconds(60);

  /** What the audit keeps of them. */
  private static final int MAX_CLIENT_ID = 100;

  private static final int MAX_CODE = 20;
  private static final int MAX_TEXT = 1000;
  private static final int MAX_SCOPE = 8192;

  private final TokenProfile profile;
  private final Clock clock;

  ClaimsCheck(TokenProfile profile, Clock clock) {
    this.profile = profile;
    this.clock = clock;
  }

  Caller callerOf(JWTClaimsSet claims) throws InvalidTokenException {
    requireIssuedForUs(claims);
    requireCurrent(claims);
    required(claims, "sub", MAX_TEXT);
    required(claims, "jti", MAX_TEXT);
    ClaimNames names = profile.claims();
    return new Caller(
        required(claims, names.clientId(), MAX_CLIENT_ID),
        organisationType(claims, names.organisationType()),
        text(claims, names.organisationCode(), MAX_CODE),
        scopes(claims, names.scope()));
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

  private static OrganisationTypeCodelList organisationType(JWTClaimsSet claims, String name)
      throws InvalidTokenException {
    try {
      if (claims.getClaim(name) instanceof Long value) {
        return OrganisationTypeCodelList.fromValue(Math.toIntExact(value));
      }
      throw new InvalidTokenException("the organisation type is missing or no integer");
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new InvalidTokenException("the organisation type is unknown");
    }
  }

  private static Set<String> scopes(JWTClaimsSet claims, String name) throws InvalidTokenException {
    String scope = text(claims, name, MAX_SCOPE);
    return scope == null ? Set.of() : Set.copyOf(List.of(scope.trim().split(" +")));
  }

  private static String required(JWTClaimsSet claims, String name, int max)
      throws InvalidTokenException {
    String value = text(claims, name, max);
    if (value == null) {
      throw new InvalidTokenException("a required claim is missing");
    }
    return value;
  }

  /** The claim's text; null where there is none, or an empty one. */
  private static @Nullable String text(JWTClaimsSet claims, String name, int max)
      throws InvalidTokenException {
    Object value = claims.getClaim(name);
    if (value == null) {
      return null;
    }
    if (value instanceof String text && text.length() <= max) {
      return text.isBlank() ? null : text;
    }
    throw new InvalidTokenException("a claim is no string, or too long");
  }
}
