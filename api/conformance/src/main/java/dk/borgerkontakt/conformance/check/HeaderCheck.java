package dk.borgerkontakt.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.row.Subject.Header;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation.Response;
import dk.borgerkontakt.contract.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Each header that a response declares: there when it is required, and as its schema says, each
 * time that it is sent.
 */
final class HeaderCheck {

  private final Contract contract;
  private final Schemas schemas;
  private final Observations observations;

  HeaderCheck(Contract contract, Schemas schemas, Observations observations) {
    this.contract = contract;
    this.schemas = schemas;
    this.observations = observations;
  }

  void observe(Response response, Exchange exchange) {
    for (Place declared : response.place().child("headers").children()) {
      Header header = new Header(response.status(), declared.name());
      observations.add(
          response.operation(),
          header,
          faults(contract.resolve(declared), exchange.headers().allValues(declared.name())).stream()
              .map(fault -> exchange + ": " + declared.name() + " " + fault)
              .toList());
    }
  }

  private List<String> faults(Place header, List<String> values) {
    if (values.isEmpty()) {
      boolean isRequired = header.node().path("required").asBoolean();
      return isRequired ? List.of("is missing") : List.of();
    }
    Place schema = header.child("schema");
    String type = contract.resolve(schema).text("type");
    List<String> faults = new ArrayList<>();
    for (String value : values) {
      schemas
          .breaches(schema.pointer(), typed(type, value))
          .forEach(breach -> faults.add("\"" + value + "\"" + breach));
    }
    return faults;
  }

  private static JsonNode typed(String type, String value) {
    return type.equals("integer") && value.matches("-?\\d{1,9}")
        ? IntNode.valueOf(Integer.parseInt(value))
        : TextNode.valueOf(value);
  }
}
