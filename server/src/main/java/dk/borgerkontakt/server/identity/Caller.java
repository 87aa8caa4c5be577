package dk.borgerkontakt.server.identity;

import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The client that a valid access token was issued to.
 *
 * @param organisationCode null where the kind of organisation has no codes, or the token says none
 * @param scopes what the token allows, in no order
 * @param boundTo SHA-256 thumbprint of the certificate that the token counts with alone (RFC 8705,
 *     3.1), in Base64url; null: it is bound to none
 */
public record Caller(
    String clientId,
    OrganisationTypeCodelList organisationType,
    @Nullable String organisationCode,
    Set<String> scopes,
    @Nullable String boundTo) {

  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /** One whose token is bound to no certificate. */
  public Caller(
      String clientId,
      OrganisationTypeCodelList organisationType,
      @Nullable String organisationCode,
      Set<String> scopes) {
    this(clientId, organisationType, organisationCode, scopes, null);
  }
}
