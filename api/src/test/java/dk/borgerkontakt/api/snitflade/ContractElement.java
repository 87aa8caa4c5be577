package dk.borgerkontakt.api.snitflade;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.api.contract.Contract;
import dk.borgerkontakt.api.contract.Operation;
import dk.borgerkontakt.api.contract.Place;
import java.util.ArrayList;
import java.util.List;

/** A row of an element table as the contract tells it, and the name of the schema behind it. */
record ContractElement(Element cells, String schema, boolean isRequired) {

  /** Walks from the root row over the parameters and the request's schema. */
  static List<ContractElement> input(Operation operation) {
    Place body = operation.place().child("requestBody").child("content").child("application/json");
    List<ContractElement> rows = new ArrayList<>();
    rows.add(root(operation.place().child("x-input"), body));
    for (Place parameter : operation.parameters()) {
      boolean isHeader = parameter.text("in").equals("header");
      rows.add(
          row(
              operation.contract(),
              1,
              parameter.text("name"),
              isHeader,
              parameter,
              parameter.child("schema"),
              parameter.node().path("required").asBoolean()));
    }
    addProperties(rows, operation.contract(), 1, body.child("schema"));
    return rows;
  }

  /** Walks from the root row over the schema of the answer. */
  static List<ContractElement> output(Operation operation) {
    Place body =
        operation
            .place()
            .child("responses")
            .child("200")
            .child("content")
            .child("application/json");
    List<ContractElement> rows = new ArrayList<>();
    rows.add(root(operation.place().child("x-output"), body));
    addProperties(rows, operation.contract(), 1, body.child("schema"));
    return rows;
  }

  private static ContractElement root(Place root, Place body) {
    Element cells =
        new Element(
            0,
            root.text("element"),
            false,
            root.text("x-dfdg-navn"),
            root.text("type"),
            "",
            "",
            root.text("forekomst"),
            "");
    return new ContractElement(cells, name(body.child("schema").node()), true);
  }

  private static void addProperties(
      List<ContractElement> rows, Contract contract, int niveau, Place reference) {
    Place schema = contract.resolve(reference);
    List<String> required = new ArrayList<>();
    schema.node().path("required").forEach(name -> required.add(name.asText()));
    for (Place property : schema.child("properties").children()) {
      Place type = property.node().has("items") ? property.child("items") : property;
      rows.add(
          row(
              contract,
              niveau,
              property.name(),
              false,
              property,
              type,
              required.contains(property.name())));
      addProperties(rows, contract, niveau + 1, type);
    }
  }

  private static ContractElement row(
      Contract contract,
      int niveau,
      String name,
      boolean isHeader,
      Place row,
      Place type,
      boolean isRequired) {
    JsonNode schema = contract.resolve(type).node();
    String own = schema.path("x-type").asText(name(type.node()));
    Element cells =
        new Element(
            niveau,
            name,
            isHeader,
            row.text("x-dfdg-navn"),
            row.node().path("x-type").asText(own.isEmpty() ? schema.path("type").asText() : own),
            row.node().path("x-dfdg-type").asText(schema.path("x-dfdg-type").asText()),
            schema.has("pattern") ? "Pattern: " + schema.get("pattern").asText() : "",
            row.text("x-forekomst"),
            row.text("description"));
    return new ContractElement(cells, name(type.node()), isRequired);
  }

  /** The name of the schema that is referred to; empty when there is none. */
  private static String name(JsonNode schema) {
    return Contract.reference(schema).replaceFirst(".*/", "");
  }
}
