package dk.borgerkontakt.server.config.identity;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Who issues access tokens, and how they are read. In mode OIDC none of the three is null. */
public record IdentitySettings(
    Mode mode,
    @Nullable String issuer,
    @Nullable String audience,
    @Nullable URI jwksUri,
    ClaimNames claims) {

  /** SANDBOX: the service issues test tokens itself. OIDC: an issuer outside it does. */
  public enum Mode {
    SANDBOX,
    OIDC
  }

  /** The names of the claims that say who is calling. */
  public record ClaimNames(
      String organisationType, String organisationCode, String clientId, String scope) {}
}
