package dk.borgerkontakt.server.config.identity;

import dk.borgerkontakt.server.config.identity.IdentitySettings.ClaimNames;
import dk.borgerkontakt.server.config.identity.IdentitySettings.Mode;
import dk.borgerkontakt.server.config.source.Parsers;
import dk.borgerkontakt.server.config.source.SettingValues;

/** Reads whose tokens are taken; what is wrong with the values is told to them. */
public final class IdentityReader {

  private final SettingValues values;

  public IdentityReader(SettingValues values) {
    this.values = values;
  }

  public IdentitySettings read() {
    return new IdentitySettings(
        values.parse(IdentitySetting.MODE, "sandbox or oidc", IdentityReader::mode),
        values.given(IdentitySetting.ISSUER),
        values.given(IdentitySetting.AUDIENCE),
        values.parseGiven(
            IdentitySetting.JWKS_URI,
            "an https address (http only on a loopback address)",
            Parsers::secureUri),
        new ClaimNames(
            values.text(IdentitySetting.CLAIM_ORG_TYPE),
            values.text(IdentitySetting.CLAIM_ORG_CODE),
            values.text(IdentitySetting.CLAIM_CLIENT_ID),
            values.text(IdentitySetting.CLAIM_SCOPE)));
  }

  private static Mode mode(String text) {
    return switch (text) {
      case "sandbox" -> Mode.SANDBOX;
      case "oidc" -> Mode.OIDC;
      default -> throw new IllegalArgumentException();
    };
  }
}
