package dk.borgerkontakt.server.identity;

import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.server.config.identity.IdentitySettings.ClaimNames;
import java.util.Map;

/**
 * What an access token has to be to be taken: from this issuer, for this audience.
 *
 * @param claims the names of the claims that say who is calling
 * @param organisations says whom a client belongs to
 */
public record TokenProfile(
    String issuer, String audience, ClaimNames claims, OrganisationSource organisations) {

  /** The claim names of the sandbox; {@code client_id} and {@code scope} are those of RFC 9068. */
  public static final ClaimNames DEFAULT_CLAIMS =
      new ClaimNames("org_type", "org_code", "client_id", "scope");

  /** One whose tokens say the organisation themselves, its kind as the contract's integer. */
  public TokenProfile(String issuer, String audience, ClaimNames claims) {
    this(issuer, audience, claims, claimed(claims, Map.of()));
  }

  /** The organisation by two claims; kinds by the issuer's words, or the contract's integer. */
  public static OrganisationSource claimed(
      ClaimNames claims, Map<String, OrganisationTypeCodelList> types) {
    return new ClaimedOrganisation(claims.organisationType(), claims.organisationCode(), types);
  }
}
