package dk.borgerkontakt.pages.view;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.ElementRow;
import dk.borgerkontakt.contract.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A parameter, a property or a header, as developers need it. */
public record Field(Contract contract, Place place, String name, int depth, boolean isRequired) {

  static Field of(Contract contract, ElementRow row) {
    return new Field(
        contract,
        row.place(),
        row.cells().element(),
        Math.max(0, row.cells().niveau() - 1),
        row.isRequired());
  }

  /** The properties of a schema. */
  static List<Field> properties(Contract contract, Place schema) {
    List<String> required = new ArrayList<>();
    schema.node().path("required").forEach(name -> required.add(name.asText()));
    return schema.child("properties").children().stream()
        .map(
            property ->
                new Field(
                    contract, property, property.name(), 0, required.contains(property.name())))
        .toList();
  }

  public String indent() {
    return "· ".repeat(depth);
  }

  /** Where a parameter is; empty for what is none. */
  public String in() {
    return place.text("in");
  }

  public boolean isList() {
    return value().node().has("items");
  }

  /** The anchor of the value's schema; empty when it has none. */
  public String schemaAnchor() {
    Place schema = contract.resolve(item());
    return schema().isEmpty()
        ? ""
        : (CodeList.isCodeList(schema) ? "kodeliste-" : "skema-") + schema();
  }

  /** The name of the value's schema; empty when it has none. */
  public String schema() {
    return Contract.reference(item().node()).replaceFirst(".*/", "");
  }

  public String type() {
    JsonNode node = contract.resolve(item()).node();
    String format = node.path("format").asText();
    return node.path("type").asText() + (format.isEmpty() ? "" : " (" + format + ")");
  }

  /** What the contract says of the value's form, the named schema's terms included. */
  public List<Term> terms() {
    return Stream.of(place, value(), item(), contract.resolve(item()))
        .map(Place::node)
        .distinct()
        .flatMap(node -> Terms.plain(node).stream())
        .distinct()
        .toList();
  }

  public String description() {
    return Markdown.inline(place.text("description"));
  }

  public String note() {
    return Markdown.inline(place.text("x-bemaerkning"));
  }

  /** One value as text; of objects and lists none, whose examples are whole messages. */
  public String example() {
    return place.node().path("example").asText();
  }

  /** The values to choose among; empty when anything may be written. */
  public List<CodeList.Value> options() {
    Place schema = contract.resolve(item());
    return CodeList.isCodeList(schema) ? new CodeList(schema).values() : List.of();
  }

  /** Whether there are values to choose among. */
  public boolean hasOptions() {
    return !options().isEmpty();
  }

  private Place value() {
    return place.node().has("schema") ? place.child("schema") : place;
  }

  private Place item() {
    return value().node().has("items") ? value().child("items") : value();
  }
}
