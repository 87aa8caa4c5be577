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
import java.util.Optional;

/** Each header that a response declares: there when it is required, and as its schema says. */
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
          faults(contract.resolve(declared), exchange.headers().firstValue(declared.name()))
              .stream()
              .map(fault -> exchange + ": " + declared.name() + " " + fault)
              .toList());
    }
  }

  private List<String> faults(Place header, Optional<String> value) {
    List<String> faults = new ArrayList<>();
    if (value.isEmpty()) {
      if (header.node().path("required").asBoolean()) {
        faults.add("is missing");
      }
      return faults;
    }
    Place schema = header.child("schema");
    JsonNode typed = typed(contract.resolve(schema).text("type"), value.get());
    schemas
        .breaches(schema.pointer(), typed)
        .forEach(breach -> faults.add("\"" + value.get() + "\"" + breach));
    return faults;
  }

  private static JsonNode typed(String type, String value) {
    return type.equals("integer") && value.matches("-?\\d{1,9}")
        ? IntNode.valueOf(Integer.parseInt(value))
        : TextNode.valueOf(value);
  }
}
