package dk.borgerkontakt.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One operation of the contract. */
public record Operation(Contract contract, Place place) {

  /** The operationId. */
  public String id() {
    return place.text("operationId");
  }

  /** The HTTP method, lower case. */
  public String method() {
    return place.name();
  }

  /** The path template. */
  public String path() {
    return place.pointer().head().last().getMatchingProperty();
  }

  /** The operation's object. */
  public JsonNode node() {
    return place.node();
  }

  /** The parameters, shared ones resolved. */
  public List<Place> parameters() {
    return place.child("parameters").children().stream().map(contract::resolve).toList();
  }

  /** Whether it has a parameter of this name. */
  public boolean hasParameter(String name) {
    return parameters().stream().anyMatch(parameter -> parameter.text("name").equals(name));
  }

  /** The schema of the request's body; missing where there is none. */
  public Place requestSchema() {
    return json(place.child("requestBody")).child("schema");
  }

  /** The named examples of the request's body. */
  public List<Place> requestExamples() {
    return json(place.child("requestBody")).child("examples").children();
  }

  /** The schema of the answer to a success; missing where it has no body. */
  public Place answerSchema() {
    return json(contract.resolve(place.child("responses").child("200"))).child("schema");
  }

  private static Place json(Place carrier) {
    return carrier.child("content").child("application/json");
  }

  /** The scope that a token needs. */
  public String scope() {
    return node().at("/security/0/dfdg/0").asText();
  }

  /** The error codes that it may answer. */
  public List<Integer> codes() {
    List<Integer> codes = new ArrayList<>();
    node().path("x-fejlkoder").forEach(code -> codes.add(code.asInt()));
    return codes;
  }

  /** The responses, shared ones resolved. */
  public List<Response> responses() {
    return place.child("responses").children().stream()
        .map(response -> new Response(id(), response.name(), contract.resolve(response)))
        .toList();
  }

  /** One response of an operation. */
  public record Response(String operation, String status, Place place) {

    /** Whether the status is 4xx or 5xx. */
    public boolean isError() {
      return status.startsWith("4") || status.startsWith("5");
    }

    /** The body in this media type, which may be missing. */
    public Place content(String mediaType) {
      return place.child("content").child(mediaType);
    }

    /** Whether the contract names the header. */
    public boolean hasHeader(String name) {
      return place.node().path("headers").has(name);
    }

    @Override
    public String toString() {
      return operation + " " + status;
    }
  }
}
