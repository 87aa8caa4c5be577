package dk.borgerkontakt.conformance.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;

/** Sends requests to the implementation, over HTTP/1.1. */
public final class Wire {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI baseUri;
  private final Tokens tokens;

  public Wire(URI baseUri, Tokens tokens) {
    this.baseUri = baseUri;
    this.tokens = tokens;
  }

  /** Sends it once, whatever comes. */
  public Exchange send(Request request) {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(uri(request))
            .timeout(PATIENCE)
            .method(method(request), body(request));
    tokens
        .authorization(service(request), request.login())
        .ifPresent(value -> http.header("Authorization", value));
    request.headers().forEach((name, values) -> values.forEach(value -> http.header(name, value)));
    if (request.body() != null && !request.headers().containsKey(Request.CONTENT_TYPE)) {
      http.header(Request.CONTENT_TYPE, "application/json");
    }
    HttpResponse<byte[]> response = exchange(http.build());
    String body = new String(response.body(), UTF_8);
    return new Exchange(request, response.statusCode(), response.headers(), body, json(body));
  }

  private URI uri(Request request) {
    return URI.create(service(request).toString().replaceFirst("/$", "") + request.path());
  }

  private URI service(Request request) {
    return request.base() == null ? baseUri : URI.create(request.base());
  }

  private static String method(Request request) {
    return request.method().toUpperCase(Locale.ROOT);
  }

  private static BodyPublisher body(Request request) {
    String body = request.body();
    return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UnreachableException(
          request.method() + ": no answer (" + e.getClass().getSimpleName() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String body) {
    try {
      JsonNode tree = JSON.readTree(body);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
