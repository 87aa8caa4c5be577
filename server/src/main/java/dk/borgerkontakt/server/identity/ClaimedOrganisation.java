package dk.borgerkontakt.server.identity;

import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The organisation that the issuer says in the token: its kind as the contract's integer, or as a
 * text or number that stands for one of the contract's.
 *
 * @param types the kinds by the issuer's words for them; empty where it says the contract's integer
 */
record ClaimedOrganisation(
    String typeClaim, String codeClaim, Map<String, OrganisationTypeCodelList> types)
    implements OrganisationSource {

  @Override
  public Organisation of(String clientId, ClaimReader claims) throws InvalidTokenException {
    Object type = claims.value(typeClaim);
    return new Organisation(
        types.isEmpty() ? contracts(type) : mapped(type),
        claims.text(codeClaim, Organisation.LONGEST_CODE));
  }

  private static OrganisationTypeCodelList contracts(@Nullable Object type)
      throws InvalidTokenException {
    try {
      if (type instanceof Long value) {
        return OrganisationTypeCodelList.fromValue(Math.toIntExact(value));
      }
      throw new InvalidTokenException("the organisation type is missing or no integer");
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new InvalidTokenException("the organisation type is unknown");
    }
  }

  private OrganisationTypeCodelList mapped(@Nullable Object type) throws InvalidTokenException {
    OrganisationTypeCodelList mapped =
        type instanceof String || type instanceof Long ? types.get(type.toString()) : null;
    if (mapped == null) {
      throw new InvalidTokenException("the organisation type is missing, or not mapped");
    }
    return mapped;
  }
}
