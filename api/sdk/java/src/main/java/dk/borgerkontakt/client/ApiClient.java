package dk.borgerkontakt.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Where the service is and how it is reached. Immutable, and safe for use by several threads; one
 * is enough for a program.
 */
public final class ApiClient {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** Longer than the service takes at its slowest, so that its own 503 is seen. */
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final String baseUrl;
  private final Supplier<String> accessToken;
  private final HttpClient http;
  private final ObjectMapper json = Json.mapper();

  /**
   * A client of the service at this address.
   *
   * @param baseUrl the service's address, without {@code /v1}
   * @param accessToken asked for the access token of each call; see {@link ClientCredentials}
   */
  public ApiClient(String baseUrl, Supplier<String> accessToken) {
    this(baseUrl, accessToken, HttpClient.newBuilder().connectTimeout(CONNECT).build());
  }

  /**
   * As the other constructor, over an HTTP client with a proxy or a trust store of its own; it must
   * not follow redirects.
   */
  public ApiClient(String baseUrl, Supplier<String> accessToken, HttpClient http) {
    this.baseUrl = baseUrl.replaceFirst("/+$", "");
    this.accessToken = Objects.requireNonNull(accessToken, "accessToken");
    this.http = notRedirected(http);
  }

  Call call(String operation, String method, String path) {
    return new Call(this, operation, method, baseUrl + path);
  }

  String accessToken() {
    return accessToken.get();
  }

  void refused(String token) {
    if (accessToken instanceof ClientCredentials credentials) {
      credentials.drop(token);
    }
  }

  ObjectMapper json() {
    return json;
  }

  HttpResponse<byte[]> exchange(String operation, HttpRequest.Builder request) {
    return exchange(http, operation, request);
  }

  static HttpClient notRedirected(HttpClient http) {
    if (http.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException(
          "the HTTP client follows redirects, which would carry CPR numbers and secrets to wherever"
              + " they point");
    }
    return http;
  }

  static HttpResponse<byte[]> exchange(
      HttpClient http, String operation, HttpRequest.Builder request) {
    // HTTP/1.1, because over plain http Java's client would ask each request to be upgraded, and
    // servers exist that then wait for a body which never comes.
    HttpRequest whole = request.version(HttpClient.Version.HTTP_1_1).timeout(ANSWER).build();
    try {
      return http.send(whole, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new ApiException(operation + ": no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(operation + ": interrupted", e);
    }
  }
}
