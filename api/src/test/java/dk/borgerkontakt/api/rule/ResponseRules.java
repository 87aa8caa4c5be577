package dk.borgerkontakt.api.rule;

import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation.Response;
import dk.borgerkontakt.contract.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What every answer has. */
final class ResponseRules {

  /** RFC 9110 (401, 405) and RFC 6585 (429). */
  private static final Map<String, String> HEADER_OF_STATUS =
      Map.of("401", "WWW-Authenticate", "405", "Allow", "429", "Retry-After", "503", "Retry-After");

  /** A 403 has several reasons, and only for one of them RFC 6750 has a challenge. */
  private static final String SOMETIMES = "InsufficientScope";

  private static final String PROBLEM = "application/problem+json";

  private ResponseRules() {}

  static List<String> described(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Response response : responses(contract).toList()) {
      if (response.place().text("description").isBlank()) {
        faults.add(response + " has no description");
      }
      Place header = response.place().child("headers").child("Cache-Control");
      if (!contract.resolve(header).node().at("/schema/enum").toString().equals("[\"no-store\"]")) {
        faults.add(response + " may be stored");
      }
    }
    return faults;
  }

  static List<String> headers(Contract contract) {
    return responses(contract)
        .filter(response -> HEADER_OF_STATUS.containsKey(response.status()))
        .filter(response -> !response.hasHeader(HEADER_OF_STATUS.get(response.status())))
        .map(response -> response + " has no " + HEADER_OF_STATUS.get(response.status()))
        .toList();
  }

  /** Whatever header a response has: it is always there, and told what it looks like. */
  static List<String> headersDescribed(Contract contract) {
    return responses(contract)
        .flatMap(response -> response.place().child("headers").children().stream())
        .filter(header -> !isDescribed(contract.resolve(header)))
        .map(header -> header + " is not described, required, bounded and shown")
        .distinct()
        .toList();
  }

  private static boolean isDescribed(Place header) {
    return !header.text("description").isBlank()
        && (header.node().path("required").asBoolean() || header.name().equals(SOMETIMES))
        && header.node().path("schema").isObject()
        && header.node().has("example");
  }

  static List<String> problems(Contract contract) {
    return responses(contract)
        .filter(Response::isError)
        .filter(response -> !isProblem(response))
        .map(response -> response + " is not a problem")
        .toList();
  }

  private static boolean isProblem(Response response) {
    return response.place().node().path("content").size() == 1
        && response
            .content(PROBLEM)
            .child("schema")
            .text("$ref")
            .equals("#/components/schemas/Problem");
  }

  private static Stream<Response> responses(Contract contract) {
    return contract.operations().stream().flatMap(operation -> operation.responses().stream());
  }
}
