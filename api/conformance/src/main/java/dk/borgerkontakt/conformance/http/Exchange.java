package dk.borgerkontakt.conformance.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/**
 * A request and its answer.
 *
 * @param json the answer's body, missing where it is no JSON
 */
public record Exchange(
    Request request, int status, HttpHeaders headers, String body, JsonNode json) {

  /** The error code; 0 when the answer has none. */
  public int fejlkode() {
    return json.path("fejlkode").asInt();
  }

  /** The places that the problem names. */
  public List<String> places() {
    List<String> places = new ArrayList<>();
    json.path("fejl").forEach(fault -> places.add(fault.path("sti").asText()));
    return places;
  }

  /** The codes that the problem lists. */
  public List<Integer> codes() {
    List<Integer> codes = new ArrayList<>();
    json.path("fejl").forEach(fault -> codes.add(fault.path("fejlkode").asInt()));
    return codes;
  }

  /** Whether the answer to a look-up lists the citizen. */
  public boolean finds(String cpr) {
    return json.path("borgerer").findValuesAsText("civilregistrationIdentifier").contains(cpr);
  }

  /** Status and code, as the report tells them. */
  public String outcome() {
    return fejlkode() == 0 ? Integer.toString(status) : status + " " + fejlkode();
  }

  @Override
  public String toString() {
    return request + " as " + request.login() + ": " + outcome();
  }
}
