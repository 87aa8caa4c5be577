package dk.borgerkontakt.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One operation of the contract. */
public record Operation(Contract contract, Place place) {

  public String id() {
    return place.text("operationId");
  }

  public String method() {
    return place.name();
  }

  public String path() {
    return place.pointer().head().last().getMatchingProperty();
  }

  public JsonNode node() {
    return place.node();
  }

  /** The parameters, shared ones resolved. */
  public List<Place> parameters() {
    return place.child("parameters").children().stream().map(contract::resolve).toList();
  }

  public boolean hasParameter(String name) {
    return parameters().stream().anyMatch(parameter -> parameter.text("name").equals(name));
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

    public boolean isError() {
      return status.startsWith("4") || status.startsWith("5");
    }

    public Place content(String mediaType) {
      return place.child("content").child(mediaType);
    }

    public boolean hasHeader(String name) {
      return place.node().path("headers").has(name);
    }

    @Override
    public String toString() {
      return operation + " " + status;
    }
  }
}
