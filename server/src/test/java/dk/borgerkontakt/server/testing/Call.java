package dk.borgerkontakt.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A request in the making. Header lines go out in the order they were added, repeated ones too. */
public final class Call {

  private record Line(String name, String value) {}

  private final CheckedHttpClient client;
  private final URI uri;
  private final String method;
  private final List<Line> headers = new ArrayList<>();
  private BodyPublisher body = BodyPublishers.noBody();
  private boolean isWellMeant = true;

  Call(CheckedHttpClient client, String method, URI uri) {
    this.client = client;
    this.method = method;
    this.uri = uri;
  }

  public Call header(String name, String value) {
    headers.add(new Line(name, value));
    return this;
  }

  /** Takes every header line of this name back. */
  public Call without(String name) {
    headers.removeIf(line -> line.name().equalsIgnoreCase(name));
    return this;
  }

  public Call cpr(String cpr) {
    return header("x-civilregistrationIdentifier", cpr);
  }

  public Call requestId(String id) {
    return header("x-requestId", id);
  }

  /** The two headers of another actor. */
  public Call onBehalfOf(String organisationType, String code) {
    return header("x-organisationTypeIdentifier", organisationType)
        .header("x-organisationCode", code);
  }

  public Call token(String token) {
    return without("Authorization").header("Authorization", "Bearer " + token);
  }

  public Call json(String json) {
    return body("application/json", BodyPublishers.ofString(json));
  }

  public Call body(String mediaType, BodyPublisher publisher) {
    body = publisher;
    return without("Content-Type").header("Content-Type", mediaType);
  }

  /** Says that the request breaks the contract on purpose; its answer is checked all the same. */
  public Call illFormed() {
    isWellMeant = false;
    return this;
  }

  public Answer send() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).method(method, body).timeout(Duration.ofSeconds(60));
    headers.forEach(line -> request.header(line.name(), line.value()));
    try {
      return client.exchange(request.build(), isWellMeant);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
