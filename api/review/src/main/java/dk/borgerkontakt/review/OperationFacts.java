package dk.borgerkontakt.review;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Operation.Response;
import dk.borgerkontakt.contract.Place;
import dk.borgerkontakt.review.Fact.Way;
import java.util.Map;
import java.util.Set;

/** Reads the facts of an operation. */
final class OperationFacts {

  private static final String MATRIX = "x-tilladte-organisationer";
  private static final String CODES = "x-fejlkoder";

  private final Contract contract;
  private final Facts facts = new Facts();
  private final SchemaFacts schemas;

  private OperationFacts(Contract contract) {
    this.contract = contract;
    this.schemas = new SchemaFacts(contract, facts);
  }

  static Map<Fact, String> of(Operation operation) {
    OperationFacts reader = new OperationFacts(operation.contract());
    reader.read(operation);
    return reader.facts.values();
  }

  private void read(Operation operation) {
    facts.keywords(
        "",
        Way.NEITHER,
        operation.place(),
        Set.of("parameters", "requestBody", "responses", "security", MATRIX, CODES));
    facts.add(new Fact("", Way.NEITHER, "security", ""), operation.scope());
    for (int code : operation.codes()) {
      facts.element("", Way.NEITHER, CODES, Integer.toString(code), "");
    }
    crosses(operation.node().path(MATRIX));
    operation.parameters().forEach(this::parameter);
    requestBody(contract.resolve(operation.place().child("requestBody")));
    operation.responses().forEach(this::response);
  }

  private void crosses(JsonNode matrix) {
    for (Map.Entry<String, JsonNode> row : matrix.path("raekker").properties()) {
      for (int i = 0; i < row.getValue().size(); i++) {
        if (row.getValue().get(i).asText().equals("X")) {
          String column = matrix.path("kolonner").path(i).asText();
          facts.element("", Way.NEITHER, MATRIX, row.getKey() + ", " + column, "X");
        }
      }
    }
  }

  private void parameter(Place parameter) {
    String name = "request " + parameter.text("in") + " " + parameter.text("name");
    String place = facts.element("", Way.SENT, "parameter", name, presence(parameter));
    facts.keywords(place, Way.SENT, parameter, Set.of("name", "in", "required", "schema"));
    schemas.read(parameter.child("schema"), place, Way.SENT);
  }

  private void requestBody(Place body) {
    if (!body.node().isMissingNode()) {
      String place = facts.element("", Way.SENT, "body", "request body", presence(body));
      facts.keywords(place, Way.SENT, body, Set.of("required", "content"));
      content(body, place, Way.SENT);
    }
  }

  private void response(Response response) {
    String kind = response.isError() ? "error" : "success";
    String name = "response " + response.status();
    String place = facts.element("", Way.ANSWERED, "response", name, kind);
    facts.keywords(place, Way.ANSWERED, response.place(), Set.of("headers", "content"));
    for (Place entry : response.place().child("headers").children()) {
      Place header = contract.resolve(entry);
      String at =
          facts.element(place, Way.ANSWERED, "header", "header " + entry.name(), presence(header));
      facts.keywords(at, Way.ANSWERED, header, Set.of("required", "schema"));
      schemas.read(header.child("schema"), at, Way.ANSWERED);
    }
    content(response.place(), place + " body", Way.ANSWERED);
  }

  /**
   * JSON goes without saying in the places, so that they stay when another type comes beside it.
   */
  private void content(Place carrier, String place, Way way) {
    for (Place media : carrier.child("content").children()) {
      boolean isJson = media.name().endsWith("json");
      String inside = facts.element(place, way, "content", media.name(), "");
      facts.keywords(inside, way, media, Set.of("schema", "examples"));
      schemas.read(media.child("schema"), isJson ? place : inside, way);
      for (Place example : media.child("examples").children()) {
        Fact fact = new Fact(inside, way, "examples", example.name());
        facts.add(fact, contract.resolve(example).node().toString());
      }
    }
  }

  private static String presence(Place element) {
    return element.node().path("required").asBoolean() ? "required" : "optional";
  }
}
