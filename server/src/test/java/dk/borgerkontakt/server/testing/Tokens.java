package dk.borgerkontakt.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** Access tokens from a server's token endpoint, each the same until its end draws near. */
public final class Tokens {

  private static final Duration LEEWAY = Duration.ofMinutes(1);

  private record Token(String value, Instant end) {}

  private final HttpClient http;
  private final URI endpoint;
  private final Clock clock;
  private final Map<List<String>, Token> tokens = new ConcurrentHashMap<>();

  public Tokens(URI baseUri, Clock clock) {
    this(baseUri, clock, null);
  }

  /**
   * @param context what TLS is spoken with; null: as Java would
   */
  Tokens(URI baseUri, Clock clock, SSLContext context) {
    HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    http = context == null ? builder.build() : builder.sslContext(context).build();
    this.endpoint = baseUri.resolve("/oauth2/token");
    this.clock = clock;
  }

  /** For a client of the sandbox, with all scopes that it has or the named ones alone. */
  public String token(String clientId, String... scopes) {
    List<String> key = Stream.concat(Stream.of(clientId), Stream.of(scopes)).toList();
    return tokens
        .compute(
            key,
            (ignored, held) ->
                held != null && held.end().isAfter(clock.instant())
                    ? held
                    : newToken(clientId, String.join(" ", scopes)))
        .value();
  }

  private Token newToken(String clientId, String scopes) {
    String scope =
        scopes.isEmpty() ? "" : "&scope=" + URLEncoder.encode(scopes, StandardCharsets.UTF_8);
    String secret = clientId + ":sandbox";
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials" + scope))
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      JsonNode token = new JsonMapper().readTree(response.body());
      if (response.statusCode() != 200) {
        throw new AssertionError("no token for " + clientId + ": " + token);
      }
      Duration life = Duration.ofSeconds(token.required("expires_in").longValue());
      return new Token(
          token.required("access_token").textValue(), clock.instant().plus(life).minus(LEEWAY));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
