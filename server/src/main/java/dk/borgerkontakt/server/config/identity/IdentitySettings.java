package dk.borgerkontakt.server.config.identity;

import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who issues access tokens, and how they are read. In mode OIDC issuer and audience are not null.
 *
 * @param jwksUri null: the issuer's metadata says where its keys are
 * @param caFile certificates that the issuer's is trusted by; null: Java's own
 * @param organisationTypes by the issuer's words for them; empty: it says the contract's numbers
 * @param clientsFile the organisations of the clients; null: the tokens say them
 */
public record IdentitySettings(
    Mode mode,
    @Nullable String issuer,
    @Nullable String audience,
    @Nullable URI jwksUri,
    @Nullable Path caFile,
    ClaimNames claims,
    Map<String, OrganisationTypeCodelList> organisationTypes,
    @Nullable Path clientsFile) {

  public IdentitySettings {
    organisationTypes = Map.copyOf(organisationTypes);
  }

  /** SANDBOX: the service issues test tokens itself. OIDC: an issuer outside it does. */
  public enum Mode {
    SANDBOX,
    OIDC
  }

  /** The claims that say who is calling: names, or paths of names with dots between them. */
  public record ClaimNames(
      String organisationType, String organisationCode, String clientId, String scope) {}
}
