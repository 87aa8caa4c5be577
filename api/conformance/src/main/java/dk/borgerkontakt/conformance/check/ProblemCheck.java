package dk.borgerkontakt.conformance.check;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Request;
import dk.borgerkontakt.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a problem says, beyond its schema: the catalogue's words, its status, and real places. */
final class ProblemCheck {

  private ProblemCheck() {}

  static List<String> faults(Exchange exchange) {
    Operation operation = exchange.request().operation();
    JsonNode problem = exchange.json();
    int code = exchange.fejlkode();
    List<String> faults = new ArrayList<>();
    if (!operation.codes().contains(code)) {
      faults.add("fejlkode " + code + " is not in the operation's x-fejlkoder");
    }
    JsonNode entry =
        Objects.requireNonNullElse(
            operation.contract().catalogue().get(code), MissingNode.getInstance());
    require(entry.path("status").asInt(), exchange.status(), "the HTTP status", faults);
    require(exchange.status(), problem.path("status").asInt(), "status", faults);
    require("urn:borgerkontakt:fejl:" + code, problem.path("type").asText(), "type", faults);
    require(entry.path("tekst").asText(), problem.path("title").asText(), "title", faults);
    require(entry.path("tekst").asText(), problem.path("fejltekst").asText(), "fejltekst", faults);
    require(entry.path("beskrivelse").asText(), problem.path("detail").asText(), "detail", faults);
    exchange.places().stream()
        .filter(place -> !isPlace(place, exchange.request()))
        .forEach(place -> faults.add("fejl[].sti \"" + place + "\" is no place of the request"));
    return faults;
  }

  private static void require(Object expected, Object actual, String what, List<String> faults) {
    if (!expected.equals(actual)) {
      faults.add(what + " is \"" + actual + "\" where the catalogue has \"" + expected + "\"");
    }
  }

  /** A parameter, or a place in the body, which may lack its last step where it is required. */
  private static boolean isPlace(String place, Request request) {
    if (place.isEmpty() || request.operation().hasParameter(place)) {
      return true;
    }
    return place.startsWith("/")
        && !body(request).at(JsonPointer.compile(place).head()).isMissingNode();
  }

  private static JsonNode body(Request request) {
    String body = request.body();
    try {
      return body == null ? MissingNode.getInstance() : new JsonMapper().readTree(body);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
