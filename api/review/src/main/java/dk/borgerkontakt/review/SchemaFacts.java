package dk.borgerkontakt.review;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Place;
import dk.borgerkontakt.review.Fact.Way;
import java.util.HashSet;
import java.util.Set;

/** Reads the facts of a schema, references followed. */
final class SchemaFacts {

  private static final Set<String> READ_ELSEWHERE =
      Set.of(
          "$ref",
          "allOf",
          "properties",
          "required",
          "items",
          "enum",
          "x-enum-varnames",
          "x-fejlkatalog");

  private final Contract contract;
  private final Facts facts;
  private final Set<JsonPointer> open = new HashSet<>();

  SchemaFacts(Contract contract, Facts facts) {
    this.contract = contract;
    this.facts = facts;
  }

  /** A text beside a reference stands instead of the referred schema's own. */
  void read(Place schema, String place, Way way) {
    Place resolved = contract.resolve(schema);
    if (!open.add(resolved.pointer())) {
      return;
    }
    String name = Contract.reference(schema.node()).replaceFirst(".*/", "");
    if (!name.isEmpty()) {
      facts.add(new Fact(place, way, "class", ""), name);
    }
    facts.keywords(place, way, resolved, READ_ELSEWHERE);
    facts.keywords(place, way, schema, READ_ELSEWHERE);
    values(resolved, place, way);
    properties(resolved, place, way);
    if (resolved.node().has("items")) {
      read(resolved.child("items"), place + (place.contains("/") ? "/*" : " /*"), way);
    }
    open.remove(resolved.pointer());
  }

  private void values(Place schema, String place, Way way) {
    JsonNode values = schema.node().path("enum");
    JsonNode names = schema.node().path("x-enum-varnames");
    for (int i = 0; i < values.size(); i++) {
      Fact value = new Fact(place, way, "enum", values.get(i).asText());
      facts.add(value, names.path(i).asText());
    }
  }

  private void properties(Place schema, String place, Way way) {
    Set<String> required = new HashSet<>();
    schema.node().path("required").forEach(name -> required.add(name.asText()));
    for (Place property : schema.child("properties").children()) {
      String presence = required.contains(property.name()) ? "required" : "optional";
      read(property, facts.element(place, way, "property", property.name(), presence), way);
    }
  }
}
