package dk.borgerkontakt.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the agency's tables of elements out of an operation. */
public final class ElementTable {

  private final Contract contract;
  private final List<ElementRow> rows = new ArrayList<>();

  private ElementTable(Contract contract) {
    this.contract = contract;
  }

  /** From the root row over the parameters and the request's schema. */
  public static List<ElementRow> input(Operation operation) {
    ElementTable table = new ElementTable(operation.contract());
    table.addRoot(operation.place().child("x-input"), operation.requestSchema());
    for (Place parameter : operation.parameters()) {
      table.add(
          1,
          parameter,
          parameter.text("name"),
          parameter.child("schema"),
          parameter.node().path("required").asBoolean());
    }
    table.addProperties(1, operation.requestSchema());
    return table.rows;
  }

  /** From the root row over the schema of the answer. */
  public static List<ElementRow> output(Operation operation) {
    Place schema = operation.answerSchema();
    ElementTable table = new ElementTable(operation.contract());
    table.addRoot(operation.place().child("x-output"), schema);
    table.addProperties(1, schema);
    return table.rows;
  }

  private void addRoot(Place root, Place schema) {
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
    rows.add(new ElementRow(cells, root, contract.resolve(schema), name(schema), true));
  }

  private void addProperties(int niveau, Place reference) {
    Place schema = contract.resolve(reference);
    List<String> required = new ArrayList<>();
    schema.node().path("required").forEach(name -> required.add(name.asText()));
    for (Place property : schema.child("properties").children()) {
      Place type = property.node().has("items") ? property.child("items") : property;
      add(niveau, property, property.name(), type, required.contains(property.name()));
      addProperties(niveau + 1, type);
    }
  }

  private void add(int niveau, Place row, String name, Place type, boolean isRequired) {
    JsonNode schema = contract.resolve(type).node();
    String own = schema.path("x-type").asText(name(type));
    Element cells =
        new Element(
            niveau,
            name,
            row.text("in").equals("header"),
            row.text("x-dfdg-navn"),
            row.node().path("x-type").asText(own.isEmpty() ? schema.path("type").asText() : own),
            row.node().path("x-dfdg-type").asText(schema.path("x-dfdg-type").asText()),
            schema.has("pattern") ? "Pattern: " + schema.get("pattern").asText() : "",
            row.text("x-forekomst"),
            row.text("description"));
    rows.add(new ElementRow(cells, row, contract.resolve(type), name(type), isRequired));
  }

  /** The name of the schema that is referred to; empty when there is none. */
  private static String name(Place schema) {
    return Contract.reference(schema.node()).replaceFirst(".*/", "");
  }
}
