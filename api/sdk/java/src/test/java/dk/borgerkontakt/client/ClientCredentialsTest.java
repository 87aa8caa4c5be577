package dk.borgerkontakt.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientCredentialsTest {
  private CannedServer server;

  @BeforeEach
  void start() throws Exception {
    server = new CannedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aTokenIsKeptWhileItLives() {
    server.answers(200, "application/json", "{\"access_token\":\"a\",\"expires_in\":3600}");
    ClientCredentials token = token("id");

    assertThat(token.get()).isEqualTo("a");
    assertThat(token.get()).isEqualTo("a");
    assertThat(server.received).hasSize(1);
    assertThat(server.received.get(0).line()).isEqualTo("POST /oauth2/token HTTP/1.1");
    assertThat(server.received.get(0).body()).isEqualTo("grant_type=client_credentials");
  }

  @Test
  void aTokenThatDoesNotLiveIsFetchedAnew() {
    server.answers(200, "application/json", "{\"access_token\":\"a\",\"expires_in\":0}");
    server.answers(200, "application/json", "{\"access_token\":\"b\"}");
    ClientCredentials token = token("id");

    assertThat(token.get()).isEqualTo("a");
    assertThat(token.get()).isEqualTo("b");
  }

  @Test
  void idAndSecretAreFormEncodedFirst() {
    server.answers(200, "application/json", "{\"access_token\":\"a\"}");
    token("a:b").get();

    String basic =
        server.received.get(0).headers().getFirst("Authorization").substring("Basic ".length());
    assertThat(new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8))
        .isEqualTo("a%3Ab:s%C3%A6+cret");
  }

  @Test
  void aRefusalSaysWhyAndNotTheSecret() {
    server.answers(401, "application/json", "{\"error\":\"invalid_client\"}");

    assertThatThrownBy(() -> token("id").get())
        .isInstanceOf(ApiException.class)
        .hasMessage("token: HTTP 401, invalid_client");
  }

  @Test
  void whatIsNoTokenIsNotTaken() {
    server.answers(200, "text/html", "<html>");
    server.answers(200, "application/json", "{}");

    assertThatThrownBy(() -> token("id").get()).hasMessage("token: HTTP 200, no JSON");
    assertThatThrownBy(() -> token("id").get())
        .hasMessage("token: HTTP 200, no token in the answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "1", "{\"access_token\":1}"})
  void whatIsNoObjectWithATokenIsNotTaken(String answer) {
    server.answers(200, "application/json", answer);

    assertThatThrownBy(() -> token("id").get())
        .hasMessage("token: HTTP 200, no token in the answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"abc\"", "null", "[]", "-1"})
  void aLifeThatIsNoNumberIsNone(String life) {
    server.answers(
        200, "application/json", "{\"access_token\":\"a\",\"expires_in\":%s}".formatted(life));
    server.answers(200, "application/json", "{\"access_token\":\"b\"}");
    ClientCredentials token = token("id");

    assertThat(token.get()).isEqualTo("a");
    assertThat(token.get()).isEqualTo("b");
  }

  @Test
  void anEndlessLifeIsTaken() {
    server.answers(200, "application/json", "{\"access_token\":\"a\",\"expires_in\":1e30}");
    ClientCredentials token = token("id");

    assertThat(token.get()).isEqualTo("a");
    assertThat(token.get()).isEqualTo("a");
  }

  @Test
  void aTokenThatTheServiceRefusesIsDropped() {
    server.answers(200, "application/json", "{\"access_token\":\"a\",\"expires_in\":3600}");
    server.answers(401, "text/html", "");
    server.answers(200, "application/json", "{\"access_token\":\"b\",\"expires_in\":3600}");
    server.answers(200, "application/json", "{\"borgerer\":[]}");
    var api = new KontaktinformationApi(new ApiClient(server.url(), token("id")));

    assertThatThrownBy(() -> api.getKontaktinformationEmail("a@example.dk"))
        .hasMessageContaining("HTTP 401");
    api.getKontaktinformationEmail("a@example.dk");
    assertThat(server.received.get(1).headers().getFirst("Authorization")).isEqualTo("Bearer a");
    assertThat(server.received.get(3).headers().getFirst("Authorization")).isEqualTo("Bearer b");
  }

  @ParameterizedTest
  @EnumSource(names = "NEVER", mode = EnumSource.Mode.EXCLUDE)
  void aClientThatFollowsRedirectsIsRefused(HttpClient.Redirect redirect) {
    HttpClient http = HttpClient.newBuilder().followRedirects(redirect).build();

    assertThatThrownBy(() -> new ClientCredentials(server.url(), "id", "secret", http))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("follows redirects");
    assertThatThrownBy(() -> new ApiClient(server.url(), () -> "t", http))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("follows redirects");
  }

  private ClientCredentials token(String id) {
    return new ClientCredentials(server.url() + "/oauth2/token", id, "sæ cret");
  }
}
