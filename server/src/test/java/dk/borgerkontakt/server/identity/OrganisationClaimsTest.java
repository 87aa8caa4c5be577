package dk.borgerkontakt.server.identity;

import static dk.borgerkontakt.server.identity.TestIssuer.PROFILE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.identity.IdentitySetting;
import dk.borgerkontakt.server.config.identity.IdentitySettings.ClaimNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a client belongs to, as issuers and operators say it. */
class OrganisationClaimsTest {

  private static final TestIssuer ISSUER = new TestIssuer();
  private static final Map<String, OrganisationTypeCodelList> WORDS =
      Map.of("akasse", OrganisationTypeCodelList.AKasse, "7", OrganisationTypeCodelList.Kommune);

  @TempDir private Path temp;

  @Test
  void findsClaimsWithinClaims() throws Exception {
    ClaimNames names =
        names("realm_access.org.type", "realm_access.org.code", "realm_access.roles");

    assertThat(
            claimed(names, Map.of())
                .verify(
                    token(
                        "realm_access",
                        Map.of("org", Map.of("type", 7, "code", "101"), "roles", List.of("read")))))
        .isEqualTo(caller(OrganisationTypeCodelList.Kommune, "101"));
  }

  @Test
  void findsClaimsWhoseOwnNamesHaveDots() throws Exception {
    String url = "https://authority.example/claims.v1";
    ClaimNames flat = names(url + "/type", url + "/code", "scope");
    ClaimNames nested = names(url + ".org.type", url + ".org.code", "scope");

    assertThat(
            claimed(flat, Map.of())
                .verify(
                    ISSUER.token(
                        claims ->
                            claims
                                .claim(url + "/type", 7)
                                .claim(url + "/code", "101")
                                .claim("scope", "read"))))
        .isEqualTo(caller(OrganisationTypeCodelList.Kommune, "101"));
    assertThat(
            claimed(nested, Map.of())
                .verify(
                    ISSUER.token(
                        claims ->
                            claims
                                .claim(url, Map.of("org", Map.of("type", 7, "code", "101")))
                                .claim("scope", "read"))))
        .isEqualTo(caller(OrganisationTypeCodelList.Kommune, "101"));
  }

  @Test
  void takesTheClaimWithTheLongestNameWhereSeveralCouldBeMeant() throws Exception {
    String token =
        ISSUER.token(
            claims ->
                claims
                    .claim("org.type", 7)
                    .claim("org", Map.of("type", 2, "code", "11"))
                    .claim("scope", "read"));

    assertThat(claimed(names("org.type", "org.code", "scope"), Map.of()).verify(token))
        .isEqualTo(caller(OrganisationTypeCodelList.Kommune, "11"));
  }

  @Test
  void refusesAPathThatLeadsNowhere() {
    TokenVerifier verifier = claimed(names("a.b.type", "a.b.code", "scope"), Map.of());

    for (Object a :
        new Object[] {1, "b", List.of("b"), Map.of(), Map.of("b", 2), Map.of("b", "")}) {
      HostileTokenTest.assertRefused(verifier, token("a", a));
    }
    HostileTokenTest.assertRefused(claimed(names(".", "..", "scope"), Map.of()), token("a", 1));
  }

  @Test
  void mapsTheIssuersWordsAndNumbers() throws Exception {
    TokenVerifier verifier = claimed(PROFILE.claims(), WORDS);

    assertThat(verifier.verify(token("org_type", "akasse")).organisationType())
        .isEqualTo(OrganisationTypeCodelList.AKasse);
    assertThat(verifier.verify(token("org_type", 7)).organisationType())
        .isEqualTo(OrganisationTypeCodelList.Kommune);
    for (Object other : new Object[] {"Akasse", " akasse", "", 2, 7.0, true, List.of("akasse")}) {
      HostileTokenTest.assertRefused(verifier, token("org_type", other));
    }
  }

  @Test
  void takesOrganisationsFromTheOperatorsTableAlone() throws Exception {
    ClientTable table =
        table("client_id,org_type,org_code\r\n\"akasse-11\", 7 ,101\n\nstyrelsen,1,\n");
    TokenVerifier verifier =
        verifier(
            new TokenProfile("https://issuer.example", "borgerkontakt", PROFILE.claims(), table));

    assertThat(verifier.verify(token("scope", "read")))
        .isEqualTo(caller(OrganisationTypeCodelList.Kommune, "101"));
    assertThat(verifier.verify(token("client_id", "styrelsen")).organisationCode()).isNull();
    HostileTokenTest.assertRefused(verifier, token("client_id", "akasse-12"));
    HostileTokenTest.assertRefused(verifier, token("client_id", "client_id"));
  }

  @Test
  void tellsEveryFaultOfTheTable() {
    assertThat(
            faults(
                """
                client_id,org_type,org_code
                ok,2,11
                ok,2,12
                ,2,11
                a,3,11
                b,akasse,11
                c,2,
                d,1,11
                e,2
                f,2,123456789012345678901
                """))
        .hasSize(8)
        .allSatisfy(fault -> assertThat(fault).startsWith("borgerkontakt.identity.clients-file: "))
        .extracting(fault -> fault.replaceFirst(".*line (\\d+) .*", "$1"))
        .containsExactly("3", "4", "5", "6", "7", "8", "9", "10");
    assertThat(faults("client_id,org_type,org_code\n")).hasSize(1);
    assertThat(faults("client,type,code\na,2,11\n")).hasSize(1);
    assertThat(faults("")).hasSize(1);
    assertThat(faults("client_id,org_type,org_code\n\"a,2,11\n")).hasSize(1);
  }

  private List<String> faults(String csv) {
    return catchThrowableOfType(ConfigurationException.class, () -> table(csv)).faults();
  }

  private ClientTable table(String csv) throws IOException {
    Path file = Files.writeString(temp.resolve("clients.csv"), csv, UTF_8);
    return ClientTable.load(file, IdentitySetting.CLIENTS_FILE);
  }

  private static ClaimNames names(String type, String code, String scope) {
    return new ClaimNames(type, code, "client_id", scope);
  }

  private static TokenVerifier claimed(
      ClaimNames names, Map<String, OrganisationTypeCodelList> types) {
    return verifier(
        new TokenProfile(
            PROFILE.issuer(), PROFILE.audience(), names, TokenProfile.claimed(names, types)));
  }

  private static TokenVerifier verifier(TokenProfile profile) {
    return new TokenVerifier(
        profile, new ImmutableJWKSet<>(ISSUER.publicKeys()), TestIssuer.clock());
  }

  private static String token(String claim, Object value) {
    return ISSUER.token(claims -> claims.claim(claim, value));
  }

  private static Caller caller(OrganisationTypeCodelList type, String code) {
    return new Caller("akasse-11", type, code, Set.of("read"));
  }
}
