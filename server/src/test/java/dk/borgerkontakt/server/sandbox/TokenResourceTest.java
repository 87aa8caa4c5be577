package dk.borgerkontakt.server.sandbox;

import static dk.borgerkontakt.server.sandbox.TokenServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import dk.borgerkontakt.server.identity.Caller;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenResourceTest {

  private static final String GRANT = "grant_type=client_credentials";

  private static TokenServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new TokenServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void givesATokenForBasicCredentials() throws Exception {
    HttpResponse<String> response =
        server.token(GRANT, "Authorization", basic("akasse-11:sandbox"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(response.headers().firstValue("Pragma")).hasValue("no-cache");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    JsonNode body = json(response);
    assertThat(body.get("token_type").textValue()).isEqualTo("Bearer");
    assertThat(body.get("expires_in").intValue()).isEqualTo(3600);
    assertThat(body.get("scope").textValue()).isEqualTo("a.read a.status.write a.write");
    assertThat(server.verifier.verify(body.get("access_token").textValue()))
        .isEqualTo(
            new Caller("akasse-11", OrganisationTypeCodelList.AKasse, "11", TokenServer.SCOPES));
  }

  @Test
  void givesATokenForCredentialsInTheBody() throws Exception {
    HttpResponse<String> response =
        server.token(GRANT + "&client_id=kommune-101&client_secret=sandbox");

    assertThat(caller(response).clientId()).isEqualTo("kommune-101");
  }

  @Test
  void makesTokensByTheProfileOfRfc9068() throws Exception {
    String token =
        json(server.token(GRANT, "Authorization", basic("star:sandbox")))
            .get("access_token")
            .textValue();
    SignedJWT jwt = SignedJWT.parse(token);
    JWTClaimsSet claims = jwt.getJWTClaimsSet();

    assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
    assertThat(jwt.getHeader().getType()).hasToString("at+jwt");
    assertThat(claims.getIssuer()).isEqualTo(server.uri.toString());
    assertThat(claims.getAudience()).containsExactly("borgerkontakt");
    assertThat(claims.getSubject()).isEqualTo("star").isEqualTo(claims.getClaim("client_id"));
    assertThat(claims.getIssueTime()).isEqualTo(TokenServer.NOW);
    assertThat(claims.getExpirationTime()).isEqualTo(TokenServer.NOW.plusSeconds(3600));
    assertThat(claims.getJWTID()).isNotBlank();
    assertThat(claims.getClaim("org_type")).isEqualTo(1L);
    assertThat(claims.getClaims()).doesNotContainKey("org_code");
  }

  @ParameterizedTest
  @CsvSource({
    "star, STAR,",
    "akasse-12, AKasse, 12",
    "akasse-99, AKasse, 99",
    "jobcenter-10100, Jobcenter, 10100",
    "jobcenter-10200, Jobcenter, 10200",
    "jobcenter-99999, Jobcenter, 99999",
    "kommune-751, Kommune, 751",
    "andenaktoer-10000001, AndenAktoer, 10000001",
    "andenaktoer-10000002, AndenAktoer, 10000002",
    "system-1, System,"
  })
  void knowsEveryClientWithAllScopes(
      String id, OrganisationTypeCodelList type, @Nullable String code) throws Exception {
    HttpResponse<String> response = server.token(GRANT, "Authorization", basic(id + ":sandbox"));

    assertThat(caller(response)).isEqualTo(new Caller(id, type, code, TokenServer.SCOPES));
  }

  @Test
  void knowsAClientThatMayOnlyRead() throws Exception {
    String credentials = basic("laeser-akasse-11:sandbox");

    assertThat(caller(server.token(GRANT, "Authorization", credentials)).scopes())
        .isEqualTo(Set.of("a.read"));
    assertRefused(
        server.token(GRANT + "&scope=a.write", "Authorization", credentials), "invalid_scope");
  }

  @Test
  void givesTheScopesThatAreAskedFor() throws Exception {
    HttpResponse<String> response =
        server.token(GRANT + "&scope=a.write+a.read", "Authorization", basic("akasse-11:sandbox"));

    assertThat(json(response).get("scope").textValue()).isEqualTo("a.read a.write");
    assertThat(caller(response).scopes()).isEqualTo(Set.of("a.read", "a.write"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"other", "a.read+other", "+", "a.read++a.write", "A.READ"})
  void refusesOtherScopes(String scope) throws Exception {
    assertRefused(
        server.token(GRANT + "&scope=" + scope, "Authorization", basic("akasse-11:sandbox")),
        "invalid_scope");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "akasse-11:wrong",
        "akasse-11:",
        "akasse-11:sandbox ",
        "akasse-11:sandbox\u0000",
        "akasse-11",
        "nobody:sandbox",
        ":sandbox",
        "",
        "%zz:sandbox"
      })
  void refusesWrongCredentialsWithAChallenge(String credentials) throws Exception {
    assertInvalidClient(server.token(GRANT, "Authorization", basic(credentials)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic", "Basic ", "Basic !!!", "Bearer abc", "Negotiate", "x"})
  void refusesOtherAuthorization(String header) throws Exception {
    assertInvalidClient(server.token(GRANT, "Authorization", header));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&client_id=akasse-11",
        "&client_secret=sandbox",
        "&client_id=akasse-11&client_secret=",
        "&client_id=akasse-11&client_secret=Sandbox"
      })
  void refusesMissingOrWrongCredentialsInTheBody(String credentials) throws Exception {
    assertInvalidClient(server.token(GRANT + credentials));
  }

  @Test
  void readsBasicCredentialsFormEncoded() throws Exception {
    String encoded = basic("akasse%2D11:%73andbox");

    assertThat(caller(server.token(GRANT, "Authorization", encoded)).clientId())
        .isEqualTo("akasse-11");
    assertThat(
            caller(server.token(GRANT, "Authorization", encoded.replaceFirst("Basic", "bAsIc")))
                .clientId())
        .isEqualTo("akasse-11");
  }

  @Test
  void refusesTwoWaysOfAuthentication() throws Exception {
    String credentials = basic("akasse-11:sandbox");

    assertRefused(
        server.token(
            GRANT + "&client_id=akasse-11&client_secret=sandbox", "Authorization", credentials),
        "invalid_request");
    assertRefused(
        server.token(GRANT + "&client_id=akasse-12", "Authorization", credentials),
        "invalid_request");
    assertRefused(
        server.token(GRANT, "Authorization", credentials, "Authorization", credentials),
        "invalid_request");
    assertThat(
            caller(server.token(GRANT + "&client_id=akasse-11", "Authorization", credentials))
                .clientId())
        .isEqualTo("akasse-11");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "grant_type=",
        "grant_type",
        "scope=a.read",
        "grant_type=client_credentials&grant_type=client_credentials",
        "grant_type=client_credentials&scope=a.read&scope=a.write",
        "grant_type=client_credentials&scope=%",
        "grant_type=client_credentials&scope=%zz"
      })
  void refusesAMalformedRequest(String form) throws Exception {
    assertRefused(
        server.token(form, "Authorization", basic("akasse-11:sandbox")), "invalid_request");
  }

  @Test
  void refusesATooLargeRequest() throws Exception {
    assertRefused(
        server.token(
            GRANT + "&x=" + "x".repeat(20_000), "Authorization", basic("akasse-11:sandbox")),
        "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "authorization_code", "CLIENT_CREDENTIALS"})
  void refusesOtherGrants(String grant) throws Exception {
    assertRefused(
        server.token("grant_type=" + grant, "Authorization", basic("akasse-11:sandbox")),
        "unsupported_grant_type");
  }

  @Test
  void ignoresParametersThatItDoesNotKnow() throws Exception {
    HttpResponse<String> response =
        server.token(
            "&" + GRANT + "&resource=x&&audience=", "Authorization", basic("akasse-11:sandbox"));

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data"})
  void refusesAnotherContentType(String type) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri.resolve("/oauth2/token"))
            .header("Content-Type", type)
            .header("Authorization", basic("akasse-11:sandbox"))
            .POST(HttpRequest.BodyPublishers.ofString(GRANT))
            .build();

    assertRefused(server.send(request), "invalid_request");
  }

  @Test
  void answersWhateverTheClientAcceptsAndWithACharset() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri.resolve("/oauth2/token"))
            .header("Content-Type", "Application/x-www-form-urlencoded; charset=UTF-8")
            .header("Accept", "text/html")
            .header("Authorization", basic("akasse-11:sandbox"))
            .POST(HttpRequest.BodyPublishers.ofString(GRANT))
            .build();

    assertThat(caller(server.send(request)).clientId()).isEqualTo("akasse-11");
  }

  @Test
  void takesNoCredentialsFromTheAddress() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                server.uri.resolve(
                    "/oauth2/token?" + GRANT + "&client_id=star&client_secret=sandbox"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();

    assertRefused(server.send(request), "invalid_request");
  }

  @Test
  void givesATokenOnlyToPost() throws Exception {
    assertThat(server.get("/oauth2/token").statusCode()).isEqualTo(405);
  }

  private static Caller caller(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).isEqualTo(200);
    return server.verifier.verify(json(response).get("access_token").textValue());
  }

  private static void assertInvalidClient(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
        .startsWith("Basic realm=");
    assertThat(json(response).get("error").textValue()).isEqualTo("invalid_client");
  }

  private static void assertRefused(HttpResponse<String> response, String error) throws Exception {
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(json(response).get("error").textValue()).isEqualTo(error);
    assertThat(json(response).get("error_description").textValue())
        .matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
  }

  private static String basic(String credentials) {
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }
}
