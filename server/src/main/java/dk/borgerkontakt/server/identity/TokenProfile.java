package dk.borgerkontakt.server.identity;

import dk.borgerkontakt.server.config.identity.IdentitySettings.ClaimNames;

/**
 * What an access token has to be to be taken: from this issuer, for this audience.
 *
 * @param claims the names of the claims that say who is calling
 */
public record TokenProfile(String issuer, String audience, ClaimNames claims) {

  /** The claim names of the sandbox; {@code client_id} and {@code scope} are those of RFC 9068. */
  public static final ClaimNames DEFAULT_CLAIMS =
      new ClaimNames("org_type", "org_code", "client_id", "scope");
}
