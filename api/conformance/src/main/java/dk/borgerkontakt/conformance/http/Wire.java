package dk.borgerkontakt.conformance.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;

/** Sends requests to the implementation, over HTTP/1.1. */
public final class Wire {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Transport transport = new Transport();
  private final URI baseUri;
  private final Tokens tokens;

  public Wire(URI baseUri, Tokens tokens) {
    this.baseUri = baseUri;
    this.tokens = tokens;
  }

  /** Sends it once, whatever comes. */
  public Exchange send(Request request) {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(uri(request)).method(method(request), body(request));
    tokens
        .authorization(service(request), request.login())
        .ifPresent(value -> http.header("Authorization", value));
    request.headers().forEach((name, values) -> values.forEach(value -> http.header(name, value)));
    if (request.body() != null && !request.headers().containsKey(Request.CONTENT_TYPE)) {
      http.header(Request.CONTENT_TYPE, "application/json");
    }
    HttpResponse<byte[]> response = transport.send(http.build());
    String body = new String(response.body(), UTF_8);
    return new Exchange(request, response.statusCode(), response.headers(), body, json(body));
  }

  private URI uri(Request request) {
    return under(service(request), request.path());
  }

  /** A path below an address, which may have a path itself. */
  static URI under(URI base, String path) {
    return URI.create(base.toString().replaceFirst("/$", "") + path);
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

  private static JsonNode json(String body) {
    try {
      JsonNode tree = JSON.readTree(body);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
