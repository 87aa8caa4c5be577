package dk.borgerkontakt.server.identity;

import static dk.borgerkontakt.server.identity.TestIssuer.NOW;
import static dk.borgerkontakt.server.identity.TestIssuer.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.server.config.identity.IdentitySettings.ClaimNames;
import dk.borgerkontakt.server.testing.MutableClock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

  private static final TestIssuer ISSUER = new TestIssuer();

  private final MutableClock clock = TestIssuer.clock();
  private final AtomicInteger keyLookups = new AtomicInteger();
  private final TokenVerifier verifier = new TokenVerifier(PROFILE, this::keys, clock);

  private List<JWK> keys(JWKSelector selector, SecurityContext context) {
    keyLookups.incrementAndGet();
    return new ImmutableJWKSet<>(ISSUER.publicKeys()).get(selector, context);
  }

  @Test
  void tellsWhoIsCalling() throws Exception {
    Caller caller = verifier.verify(ISSUER.token());

    assertThat(caller)
        .isEqualTo(
            new Caller(
                "akasse-11", OrganisationTypeCodelList.AKasse, "11", Set.of("read", "write")));
  }

  @Test
  void takesBothAlgorithmsAndBothSpellingsOfTheType() throws Exception {
    String rsa =
        TestIssuer.sign(
            TestIssuer.header(JWSAlgorithm.RS256, "rsa").build(),
            TestIssuer.claims().build(),
            ISSUER.rsa);
    String longType =
        ISSUER.tokenWithHeader(header -> header.type(new JOSEObjectType("application/at+JWT")));
    String withoutKeyId = ISSUER.tokenWithHeader(header -> header.keyID(null));

    assertThat(verifier.verify(rsa).clientId()).isEqualTo("akasse-11");
    assertThat(verifier.verify(longType).clientId()).isEqualTo("akasse-11");
    assertThat(verifier.verify(withoutKeyId).clientId()).isEqualTo("akasse-11");
  }

  @Test
  void leavesOutWhatTheTokenDoesNotSay() throws Exception {
    String token =
        ISSUER.token(
            claims -> claims.claim("org_type", 1).claim("org_code", null).claim("scope", null));

    assertThat(verifier.verify(token))
        .isEqualTo(new Caller("akasse-11", OrganisationTypeCodelList.STAR, null, Set.of()));
  }

  @Test
  void takesOneAudienceOfSeveralAndScopesWithoutOrder() throws Exception {
    String token =
        ISSUER.token(
            claims ->
                claims.audience(List.of("other", "borgerkontakt")).claim("scope", "  a b a  b "));

    assertThat(verifier.verify(token).scopes()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void takesScopesOfAnArray() throws Exception {
    String token = ISSUER.token(claims -> claims.claim("scope", List.of("a", "b", "a")));

    assertThat(verifier.verify(token).scopes()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void triesEachKeyOfTheNameThatTheTokenGives() throws Exception {
    TestIssuer twin = new TestIssuer();
    JWKSet both = new JWKSet(List.of(twin.ec.toPublicJWK(), ISSUER.ec.toPublicJWK()));
    TokenVerifier verifier = new TokenVerifier(PROFILE, new ImmutableJWKSet<>(both), clock);

    assertThat(verifier.verify(ISSUER.token()).clientId()).isEqualTo("akasse-11");
    assertThat(verifier.verify(twin.token()).clientId()).isEqualTo("akasse-11");
  }

  @Test
  void readsTheClaimsByTheirConfiguredNames() throws Exception {
    TokenProfile profile =
        new TokenProfile(
            PROFILE.issuer(), PROFILE.audience(), new ClaimNames("type", "code", "azp", "roles"));
    TokenVerifier renamed =
        new TokenVerifier(profile, new ImmutableJWKSet<>(ISSUER.publicKeys()), clock);

    Caller caller =
        renamed.verify(
            ISSUER.token(
                claims ->
                    claims
                        .claim("type", 7)
                        .claim("code", "101")
                        .claim("azp", "kommune")
                        .claim("roles", "read")));

    assertThat(caller)
        .isEqualTo(new Caller("kommune", OrganisationTypeCodelList.Kommune, "101", Set.of("read")));
  }

  static Stream<Consumer<JWTClaimsSet.Builder>> badClaims() {
    return Stream.of(
        claims -> claims.issuer("https://issuer.example/"),
        claims -> claims.issuer(null),
        claims -> claims.audience("other"),
        claims -> claims.audience("borgerkontakt2"),
        claims -> claims.audience((String) null),
        claims -> claims.expirationTime(null),
        claims -> claims.expirationTime(Date.from(NOW.minusSeconds(60))),
        claims -> claims.claim("exp", "2999-01-01"),
        claims -> claims.issueTime(null),
        claims -> claims.issueTime(Date.from(NOW.plusSeconds(61))),
        claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(61))),
        claims -> claims.subject(null),
        claims -> claims.subject(" "),
        claims -> claims.jwtID(null),
        claims -> claims.claim("client_id", null),
        claims -> claims.claim("client_id", ""),
        claims -> claims.claim("client_id", 12),
        claims -> claims.claim("client_id", "x".repeat(101)),
        claims -> claims.claim("org_type", null),
        claims -> claims.claim("org_type", "2"),
        claims -> claims.claim("org_type", 2.0),
        claims -> claims.claim("org_type", 3),
        claims -> claims.claim("org_type", 4294967298L),
        claims -> claims.claim("org_type", List.of(2)),
        claims -> claims.claim("org_code", 11),
        claims -> claims.claim("org_code", "x".repeat(21)),
        claims -> claims.claim("scope", List.of("read", 1)),
        claims -> claims.claim("scope", Map.of("read", true)));
  }

  @ParameterizedTest
  @MethodSource("badClaims")
  void refusesWrongOrMissingClaims(Consumer<JWTClaimsSet.Builder> change) {
    assertRefused(ISSUER.token(change));
  }

  @Test
  void allowsAMinuteBetweenTheClocks() throws Exception {
    String token =
        ISSUER.token(
            claims ->
                claims
                    .issueTime(Date.from(NOW.plusSeconds(60)))
                    .notBeforeTime(Date.from(NOW.plusSeconds(60)))
                    .expirationTime(Date.from(NOW.minusSeconds(59))));

    assertThat(verifier.verify(token).clientId()).isEqualTo("akasse-11");
  }

  @Test
  void checksATokenThatComesAgainOnlyOnce() throws Exception {
    String token = ISSUER.token();

    verifier.verify(token);
    verifier.verify(token);
    assertThat(keyLookups).hasValue(1);

    clock.advance(Duration.ofMinutes(5));
    verifier.verify(token);
    assertThat(keyLookups).as("after five minutes it is checked anew").hasValue(2);
  }

  @Test
  void remembersNoTokenPastItsEnd() throws Exception {
    String token = ISSUER.token(claims -> claims.expirationTime(Date.from(NOW.plusSeconds(10))));
    verifier.verify(token);

    clock.advance(Duration.ofSeconds(10));
    verifier.verify(token);
    assertThat(keyLookups).as("within the skew it is good, but checked").hasValue(2);

    clock.advance(Duration.ofSeconds(60));
    assertRefused(token);
  }

  @Test
  void remembersNoRefusal() throws Exception {
    String token = ISSUER.token(claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(120))));
    assertRefused(token);

    clock.advance(Duration.ofSeconds(60));
    assertThat(verifier.verify(token).clientId()).isEqualTo("akasse-11");
  }

  @Test
  void isNotTakenInByARememberedTokenThatWasChangedSince() throws Exception {
    String token = ISSUER.token();
    verifier.verify(token);

    assertRefused(token + "AAAA");
    assertRefused(token.substring(0, token.length() - 2));
    assertRefused("A" + token);
  }

  @Test
  void saysThatTheIssuerIsOutOfReachInsteadOfRefusing() {
    JWKSource<SecurityContext> down =
        (selector, context) -> {
          throw new KeySourceException("down");
        };

    assertThatThrownBy(() -> new TokenVerifier(PROFILE, down, clock).verify(ISSUER.token()))
        .isInstanceOf(IssuerUnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "...", "....", "a.b.c", "Bearer", "\u0000", "æ.ø.å"})
  void refusesWhatIsNoToken(String token) {
    assertRefused(token);
  }

  private void assertRefused(String token) {
    HostileTokenTest.assertRefused(verifier, token);
  }
}
