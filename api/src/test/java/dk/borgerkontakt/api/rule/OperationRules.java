package dk.borgerkontakt.api.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Operation.Response;
import dk.borgerkontakt.contract.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an operation tells. */
final class OperationRules {

  private OperationRules() {}

  static List<String> described(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      missing(faults, operation.place(), "summary", "description", "x-input", "x-output");
      for (Place parameter : operation.parameters()) {
        missing(faults, parameter, "description", "schema", "example");
      }
    }
    return faults;
  }

  static List<String> pathParameters(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      List<String> named =
          Pattern.compile("\\{(.*?)}")
              .matcher(operation.path())
              .results()
              .map(m -> m.group(1))
              .toList();
      List<String> told =
          operation.parameters().stream()
              .filter(parameter -> parameter.text("in").equals("path"))
              .map(parameter -> parameter.text("name"))
              .toList();
      if (!told.equals(named)) {
        faults.add(operation.id() + " has path parameters " + told + ", the path " + named);
      }
    }
    return faults;
  }

  /** Every POST, and nothing else, has a required JSON body with a named schema and examples. */
  static List<String> requests(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      Place body = operation.place().child("requestBody");
      if (operation.method().equals("post")) {
        missing(faults, body, "description");
        missing(faults, json(body), "schema", "examples");
      }
      if (body.node().path("required").asBoolean() != operation.method().equals("post")) {
        faults.add(operation.id() + " requires a body or does not, against its method");
      }
    }
    return faults;
  }

  /** One success; 200 answers with a named schema and examples, any other with nothing. */
  static List<String> successes(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      List<Response> successes =
          operation.responses().stream().filter(response -> !response.isError()).toList();
      if (successes.size() != 1) {
        faults.add(operation.id() + " has not one success");
      }
      for (Response success : successes) {
        if (success.status().equals("200")) {
          missing(faults, json(success.place()), "schema", "examples");
        } else if (success.place().node().has("content")) {
          faults.add(success + " answers with content");
        }
      }
    }
    return faults;
  }

  /** The root rows of the element tables name the schemas of the request and of the answer. */
  static List<String> roots(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      Place answer = contract.resolve(operation.place().child("responses").child("200"));
      root(faults, operation.place().child("x-input"), operation.place().child("requestBody"));
      root(faults, operation.place().child("x-output"), answer);
    }
    return faults;
  }

  private static void root(List<String> faults, Place root, Place body) {
    String schema = Contract.reference(json(body).child("schema").node()).replaceFirst(".*/", "");
    if (!schema.isEmpty()) {
      missing(faults, root, "element");
      if (!root.text("type").equals(schema) || !root.text("forekomst").equals("1")) {
        faults.add(root + " is not one " + schema);
      }
    }
  }

  private static Place json(Place body) {
    return body.child("content").child("application/json");
  }

  private static void missing(List<String> faults, Place place, String... names) {
    Stream.of(names)
        .filter(name -> isBlank(place.node().path(name)))
        .forEach(name -> faults.add(place + " has no " + name));
  }

  private static boolean isBlank(JsonNode node) {
    return node.isContainerNode() ? node.isEmpty() : node.asText().isBlank();
  }
}
