package dk.borgerkontakt.server.identity;

/** Says whom the client of a token belongs to. */
@FunctionalInterface
public interface OrganisationSource {

  /**
   * The client's organisation.
   *
   * @throws InvalidTokenException where none can be said
   */
  Organisation of(String clientId, ClaimReader claims) throws InvalidTokenException;
}
