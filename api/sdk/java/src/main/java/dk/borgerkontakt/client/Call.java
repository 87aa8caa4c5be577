package dk.borgerkontakt.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One call of one operation, put together by the generated code and then sent. */
final class Call {
  private final ApiClient client;
  private final String operation;
  private final String method;
  private final HttpRequest.Builder request = HttpRequest.newBuilder();
  private String address;
  private BodyPublisher body = BodyPublishers.noBody();

  Call(ApiClient client, String operation, String method, String address) {
    this.client = client;
    this.operation = operation;
    this.method = method;
    this.address = address;
    request.header("Accept", "application/json, application/problem+json");
  }

  Call path(String name, Object value) {
    String segment = encoded(Objects.requireNonNull(value, name));
    if (segment.equals(".") || segment.equals("..")) {
      throw new IllegalArgumentException(name + " is a step in the path, and not a value");
    }
    address = address.replace("{" + name + "}", segment);
    return this;
  }

  Call query(String name, @Nullable Object value) {
    if (value != null) {
      address += (address.contains("?") ? "&" : "?") + encoded(name) + "=" + encoded(value);
    }
    return this;
  }

  Call header(String name, Object value) {
    return optionalHeader(name, Objects.requireNonNull(value, name));
  }

  Call optionalHeader(String name, @Nullable Object value) {
    if (value != null) {
      try {
        request.header(name, value.toString());
      } catch (IllegalArgumentException e) {
        // Java's message quotes the value, which may be a CPR number or a token.
        throw new IllegalArgumentException(name + " has characters that no header may have");
      }
    }
    return this;
  }

  Call body(Object message) {
    try {
      body = BodyPublishers.ofByteArray(client.json().writeValueAsBytes(message));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(operation + ": the message is no JSON" + Json.place(e));
    }
    request.header("Content-Type", "application/json");
    return this;
  }

  void done() {
    send();
  }

  <T> T answer(Class<T> type) {
    HttpResponse<byte[]> response = send();
    try {
      T answer = client.json().readValue(response.body(), type);
      return Objects.requireNonNull(answer);
    } catch (IOException | NullPointerException e) {
      throw new ApiException(
          operation + ": the answer is not what the contract says" + Json.place(e), response);
    }
  }

  private HttpResponse<byte[]> send() {
    String token = client.accessToken();
    header("Authorization", "Bearer " + token);
    HttpResponse<byte[]> response =
        client.exchange(operation, request.uri(URI.create(address)).method(method, body));
    if (response.statusCode() == 401) {
      client.refused(token);
    }
    if (response.statusCode() / 100 != 2) {
      throw ProblemException.of(operation, response, client.json());
    }
    return response;
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
