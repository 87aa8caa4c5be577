package dk.borgerkontakt.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Access tokens by client credentials (RFC 6749, section 4.4). A token is kept until a tenth of its
 * life, at most 30 seconds, is left, a day at most, and dropped when the service refuses it. Safe
 * for use by several threads.
 */
public final class ClientCredentials implements Supplier<String> {
  private static final long DAY = 86_400;

  private final HttpClient http;
  private final URI tokenUrl;
  private final String authorization;
  private String token = "";
  private long freshUntil = System.nanoTime();

  /** Credentials for this token endpoint. */
  public ClientCredentials(String tokenUrl, String clientId, String clientSecret) {
    this(tokenUrl, clientId, clientSecret, HttpClient.newHttpClient());
  }

  /**
   * As the other constructor, over an HTTP client with a proxy or a trust store of its own; it must
   * not follow redirects.
   */
  public ClientCredentials(String tokenUrl, String clientId, String clientSecret, HttpClient http) {
    this.http = ApiClient.notRedirected(http);
    this.tokenUrl = URI.create(tokenUrl);
    String pair = form(clientId) + ":" + form(clientSecret);
    authorization =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** A token that lives; {@link ApiException} when the endpoint gives none. */
  @Override
  public synchronized String get() {
    if (freshUntil - System.nanoTime() <= 0) {
      long asked = System.nanoTime();
      JsonNode answer = fetch();
      long life = Math.max(0, Math.min(DAY, answer.path("expires_in").asLong(0)));
      token = answer.path("access_token").asText();
      freshUntil = asked + Duration.ofSeconds(life - Math.min(30, life / 10)).toNanos();
    }
    return token;
  }

  /** Forgets this token, unless another has taken its place already. */
  synchronized void drop(String refused) {
    if (refused.equals(token)) {
      freshUntil = System.nanoTime();
    }
  }

  private JsonNode fetch() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(tokenUrl)
            .header("Authorization", authorization)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"));
    HttpResponse<byte[]> response = ApiClient.exchange(http, "token", request);
    try {
      JsonNode answer = Json.mapper().readTree(response.body());
      if (response.statusCode() == 200 && answer.path("access_token").isTextual()) {
        return answer;
      }
      String error = answer.path("error").asText("no token in the answer");
      throw new ApiException("token: HTTP " + response.statusCode() + ", " + error, response);
    } catch (IOException e) {
      throw new ApiException("token: HTTP " + response.statusCode() + ", no JSON", response);
    }
  }

  private static String form(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
