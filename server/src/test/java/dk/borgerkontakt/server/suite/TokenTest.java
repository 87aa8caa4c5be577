package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Call;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Operation;
import dk.borgerkontakt.server.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in: bearer tokens (RFC 6750) and scopes. */
class TokenTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private static final String CITIZEN = "0307809003";
  private static final String SERVICE = "Borgerkommunikation.BorgersKontaktinformationService.";
  private static final String NO_CREDENTIALS = "Bearer realm=\"borgerkontakt\"";
  private static final String INVALID = "Bearer realm=\"borgerkontakt\", error=\"invalid_token\"";

  private final Caller star = server.as("star");

  @ParameterizedTest
  @EnumSource
  void withoutATokenTheChallengeNamesNoError(Operation operation) {
    Answer answer = operation.call(star, CITIZEN).without("Authorization").send();

    assertThat(answer.outcome()).isEqualTo(1012);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo(NO_CREDENTIALS);
  }

  @ParameterizedTest
  @EnumSource
  void anInvalidTokenIsSaidToBe(Operation operation) {
    Answer answer = operation.call(star, CITIZEN).token("ingen").send();

    assertThat(answer.outcome()).isEqualTo(1012);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo(INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic c3RhcjpzYW5kYm94", "Digest x", "Token x", "Bearer", ""})
  void anotherSchemeIsNoToken(String authorization) {
    assertRefused(
        star.read(CITIZEN).without("Authorization").header("Authorization", authorization));
  }

  @Test
  void theNameOfTheSchemeHasNoCase() {
    Call call = star.read(CITIZEN).without("Authorization");

    assertThat(call.header("Authorization", "bEaReR " + server.token("star")).send().status())
        .isEqualTo(200);
  }

  @Test
  void twoTokensAreNone() {
    assertRefused(star.read(CITIZEN).header("Authorization", "Bearer " + server.token("star")));
  }

  @Test
  void aTokenInTheQueryOrTheBodyIsNone() {
    String token = server.token("star");

    assertRefused(
        star.get(Caller.PATH + "?access_token=" + token).cpr(CITIZEN).without("Authorization"));
  }

  @Test
  void aTamperedTokenIsInvalid() {
    String[] parts = server.token("akasse-11").split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String star = encoded(claims.replace("akasse-11", "star"));
    String unsigned = encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}");

    for (String token :
        List.of(
            parts[0] + "." + star + "." + parts[2],
            parts[0] + "." + parts[1] + ".",
            parts[0] + "." + parts[1],
            unsigned + "." + parts[1] + ".",
            parts[0] + "." + parts[1] + "." + parts[2] + "x",
            "x".repeat(7_000))) {
      assertRefused(this.star.read(CITIZEN).token(token));
    }
  }

  @Test
  void theTokenOfAnotherServerIsInvalid() {
    try (TestServer other = TestServer.start()) {
      assertRefused(star.read(CITIZEN).token(other.token("star")));
    }
  }

  @Test
  void aTokenEndsEvenWhenItWasSeenBefore() {
    try (TestServer own = TestServer.start()) {
      String token = own.token("star");
      Caller caller = own.as("star");
      assertThat(caller.read(CITIZEN).token(token).send().status()).isEqualTo(200);

      own.clock().advance(Duration.ofHours(25));

      Answer answer = caller.read(CITIZEN).token(token).send();
      assertThat(answer.outcome()).isEqualTo(1012);
      assertThat(answer.header("WWW-Authenticate")).isEqualTo(INVALID);
      assertThat(caller.read(CITIZEN).send().status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "read, GET BY_MOBILE BY_EMAIL",
    "informationer.write, CREATE",
    "status.write, STATUS",
    "verificering.write, CODE VERIFY"
  })
  void eachScopeOpensItsOperationsAlone(String scope, String opened) {
    Caller caller = server.as("star", SERVICE + scope);

    for (Operation operation : Operation.values()) {
      int outcome = operation.call(caller, "3112999012").send().outcome();

      assertThat(outcome != 1013)
          .as(operation.name())
          .isEqualTo(List.of(opened.split(" ")).contains(operation.name()));
    }
  }

  @Test
  void theReadingClientOnlyReads() {
    Caller reader = server.as("laeser-akasse-11");

    for (Operation operation : Operation.values()) {
      assertThat(operation.call(reader, "0107809001").send().outcome() == 1013)
          .isEqualTo(operation.hasABody());
    }
  }

  private static void assertRefused(Call call) {
    Answer answer = call.send();

    assertThat(answer.outcome()).isEqualTo(1012);
    assertThat(answer.header("WWW-Authenticate")).startsWith(NO_CREDENTIALS);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aMissingScopeIsNamed() {
    Answer answer = server.as("laeser-akasse-11").status("0207809002", 1, 1).send();

    assertThat(answer.outcome()).isEqualTo(1013);
    assertThat(answer.header("WWW-Authenticate"))
        .isEqualTo(
            "Bearer realm=\"borgerkontakt\", error=\"insufficient_scope\", scope=\""
                + SERVICE
                + "status.write\"");
  }
}
