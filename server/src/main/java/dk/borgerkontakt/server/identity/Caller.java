package dk.borgerkontakt.server.identity;

import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The client that a valid access token was issued to.
 *
 * @param organisationCode null where the kind of organisation has no codes, or the token says none
 * @param scopes what the token allows, in no order
 */
public record Caller(
    String clientId,
    OrganisationTypeCodelList organisationType,
    @Nullable String organisationCode,
    Set<String> scopes) {

  public Caller {
    scopes = Set.copyOf(scopes);
  }
}
