package dk.borgerkontakt.server.config.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.server.config.source.SettingValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the keys of the issuer demand of each other. */
class IdentityReaderTest {

  private final Map<String, String> given =
      new HashMap<>(Map.of("borgerkontakt.identity.mode", "oidc"));

  @Test
  void needsAnIssuersAddressOnlyWhereItsMetadataIsLookedUp() {
    give("issuer", "the issuer");
    give("jwks-uri", "https://issuer.example/jwks");
    assertThat(faults()).isEmpty();

    given.remove("borgerkontakt.identity.jwks-uri");
    for (String issuer :
        List.of("the issuer", "http://issuer.example", "https://issuer.example?realm=1")) {
      give("issuer", issuer);
      assertThat(faults())
          .singleElement()
          .asString()
          .startsWith("borgerkontakt.identity.issuer is ")
          .contains("or set borgerkontakt.identity.jwks-uri");
    }
    give("issuer", "https://issuer.example/realm");
    assertThat(faults()).isEmpty();
  }

  @Test
  void readsTheIssuersWordsForOrganisationTypes() {
    give("org-types", "a-kasse = 2, type=kommune=7,8=8");

    assertThat(new IdentityReader(values()).read().organisationTypes())
        .isEqualTo(
            Map.of(
                "a-kasse", OrganisationTypeCodelList.AKasse,
                "type=kommune", OrganisationTypeCodelList.Kommune,
                "8", OrganisationTypeCodelList.Jobcenter));
  }

  @Test
  void takesOrganisationsFromATableOrFromClaims() {
    give("clients-file", "pom.xml");
    assertThat(faults()).isEmpty();

    give("org-types", "akasse=2");
    give("claim-org-type", "type");
    give("claim-org-code", "code");
    assertThat(faults())
        .hasSize(3)
        .allSatisfy(fault -> assertThat(fault).contains("is not used with a clients-file"));
  }

  private void give(String key, String value) {
    given.put("borgerkontakt.identity." + key, value);
  }

  private SettingValues values() {
    return new SettingValues(given, Map.of(), Map.of());
  }

  private List<String> faults() {
    SettingValues values = values();
    new IdentityReader(values).read();
    return values.faults();
  }
}
