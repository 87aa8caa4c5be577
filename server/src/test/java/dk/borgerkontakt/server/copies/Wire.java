package dk.borgerkontakt.server.copies;

import dk.borgerkontakt.server.testing.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Plain HTTP to a copy of whichever version: it isn't held against the contract of this one. */
final class Wire {

  private final URI base;
  private final Supplier<String> token;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Wire(URI base, Supplier<String> token) {
    this.base = base;
    this.token = token;
  }

  Answer read(String cpr) throws IOException, InterruptedException {
    return send(request("", cpr).GET());
  }

  /**
   * Posts to an operation.
   *
   * @param operation what stands behind /v1/kontaktinformation
   */
  Answer post(String operation, String cpr, String requestId, String json)
      throws IOException, InterruptedException {
    return send(
        request(operation, cpr)
            .header("x-requestId", requestId)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String operation, String cpr) {
    return HttpRequest.newBuilder(base.resolve("/v1/kontaktinformation" + operation))
        .header("Authorization", "Bearer " + token.get())
        .header("x-civilregistrationIdentifier", cpr);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(response.headers().map());
    return new Answer(response.statusCode(), headers, response.body());
  }
}
