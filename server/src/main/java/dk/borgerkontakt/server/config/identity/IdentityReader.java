package dk.borgerkontakt.server.config.identity;

import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.server.config.identity.IdentitySettings.ClaimNames;
import dk.borgerkontakt.server.config.identity.IdentitySettings.Mode;
import dk.borgerkontakt.server.config.source.Parsers;
import dk.borgerkontakt.server.config.source.SettingValues;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads whose tokens are taken; what is wrong with the values is told to them. */
public final class IdentityReader {

  private static final String ADDRESS = "an https address (http only on a loopback address)";

  private static final Set<IdentitySetting> OF_CLAIMS =
      EnumSet.of(
          IdentitySetting.CLAIM_ORG_TYPE,
          IdentitySetting.CLAIM_ORG_CODE,
          IdentitySetting.ORG_TYPES);

  private final SettingValues values;

  public IdentityReader(SettingValues values) {
    this.values = values;
  }

  /** What can't be used is told as a fault, and left out. */
  public IdentitySettings read() {
    IdentitySettings settings = settings();
    if (settings.mode() == Mode.OIDC && settings.jwksUri() == null) {
      checkMetadata(settings.issuer());
    }
    if (settings.clientsFile() != null) {
      values.refuse(OF_CLAIMS, "is not used with a clients-file; take one of them out");
    }
    return settings;
  }

  /** The keys are where a document says that is fetched from the issuer's own address. */
  private void checkMetadata(@Nullable String issuer) {
    if (issuer != null && !values.isFaulty(IdentitySetting.JWKS_URI)) {
      values.parseGiven(
          IdentitySetting.ISSUER,
          ADDRESS + " that leads to its metadata, or set " + IdentitySetting.JWKS_URI.key(),
          IdentityReader::issuerUri);
    }
  }

  private IdentitySettings settings() {
    return new IdentitySettings(
        values.parse(IdentitySetting.MODE, "sandbox or oidc", IdentityReader::mode),
        values.given(IdentitySetting.ISSUER),
        values.given(IdentitySetting.AUDIENCE),
        values.parseGiven(IdentitySetting.JWKS_URI, ADDRESS, Parsers::secureUri),
        values.parseGiven(IdentitySetting.CA_FILE, Parsers.FILE, Parsers::readable),
        new ClaimNames(
            values.text(IdentitySetting.CLAIM_ORG_TYPE),
            values.text(IdentitySetting.CLAIM_ORG_CODE),
            values.text(IdentitySetting.CLAIM_CLIENT_ID),
            values.text(IdentitySetting.CLAIM_SCOPE)),
        organisationTypes(),
        values.parseGiven(IdentitySetting.CLIENTS_FILE, Parsers.FILE, Parsers::readable));
  }

  private Map<String, OrganisationTypeCodelList> organisationTypes() {
    Map<String, OrganisationTypeCodelList> types =
        values.parseGiven(
            IdentitySetting.ORG_TYPES,
            "word=number, separated by commas, each word once, the numbers being the contract's",
            IdentityReader::types);
    return types == null ? Map.of() : types;
  }

  private static Map<String, OrganisationTypeCodelList> types(String text) {
    Map<String, OrganisationTypeCodelList> types = new HashMap<>();
    for (String pair : text.split(",", -1)) {
      int sign = pair.lastIndexOf('=');
      String word = pair.substring(0, Math.max(0, sign)).strip();
      OrganisationTypeCodelList type =
          OrganisationTypeCodelList.fromString(pair.substring(sign + 1).strip());
      if (word.isEmpty() || types.put(word, type) != null) {
        throw new IllegalArgumentException();
      }
    }
    return types;
  }

  /** Without query and fragment (RFC 8414, 2), since the path of the metadata is put after it. */
  private static URI issuerUri(String text) {
    URI uri = Parsers.secureUri(text);
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException();
    }
    return uri;
  }

  private static Mode mode(String text) {
    return switch (text) {
      case "sandbox" -> Mode.SANDBOX;
      case "oidc" -> Mode.OIDC;
      default -> throw new IllegalArgumentException();
    };
  }
}
