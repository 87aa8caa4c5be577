package dk.borgerkontakt.api.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.api.check.Schemas;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The lists of integer codes and what belongs to each value. */
final class CodeListRules {

  private CodeListRules() {}

  /** Names and descriptions for each value (Fejlkode has the catalogue), and x-enum-… as long. */
  static List<String> complete(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Place list : Schemas.all(contract)) {
      if (!list.node().has("enum") || !list.text("type").equals("integer")) {
        continue;
      }
      boolean isErrors = list.name().equals("Fejlkode");
      String descriptions = isErrors ? "x-fejlkatalog" : "x-enum-descriptions";
      int size = list.node().path("enum").size();
      for (Place property : list.children()) {
        if (property.name().startsWith("x-enum-") && property.node().size() != size) {
          faults.add(list + " has not one of each in " + property.name());
        }
      }
      if (!list.node().has("x-enum-varnames") || list.node().path(descriptions).size() != size) {
        faults.add(list + " does not name and describe each value");
      }
      if (Set.copyOf(texts(list.node().path("x-enum-varnames"))).size() != size) {
        faults.add(list + " has a name twice");
      }
    }
    return faults;
  }

  /** Codes, matrix rows, channels and sibling properties that extensions name. */
  static List<String> references(Contract contract) {
    List<String> faults = new ArrayList<>();
    Set<String> codes =
        new HashSet<>(texts(contract.at("/components/schemas/Fejlkode/enum").node()));
    for (Place schema : Schemas.all(contract)) {
      check(faults, schema, "x-enum-fejlkoder", codes);
      check(faults, schema, "x-enum-kanaler", Set.of("", "SMS", "MAIL"));
      for (Operation operation : contract.operations()) {
        check(faults, schema, "x-enum-raekker", rows(operation));
      }
      check(faults, schema, "x-fejlkode", codes);
      Place itemProperties = contract.resolve(schema.child("items")).child("properties");
      check(faults, schema, "x-unik", names(itemProperties));
      Place sibling =
          contract.at(
              schema.pointer().head().appendProperty(schema.text("x-fejlkode-efter")).toString());
      if (schema.node().has("x-fejlkode-efter")
          && !contract.resolve(sibling).node().has("x-enum-fejlkoder")) {
        faults.add(schema + " names a property without codes");
      }
    }
    for (Operation operation : contract.operations()) {
      Set<String> own = new HashSet<>();
      operation.codes().forEach(code -> own.add(code.toString()));
      operation.parameters().forEach(parameter -> check(faults, parameter, "x-fejlkode", own));
    }
    return faults;
  }

  private static void check(List<String> faults, Place place, String name, Set<String> known) {
    if (place.node().has(name) && !known.containsAll(texts(place.node().get(name)))) {
      faults.add(place + " names in " + name + " what is not there");
    }
  }

  private static Set<String> rows(Operation operation) {
    Set<String> rows = names(operation.place().child("x-tilladte-organisationer").child("raekker"));
    rows.add("");
    return rows;
  }

  private static Set<String> names(Place place) {
    Set<String> names = new HashSet<>();
    place.children().forEach(child -> names.add(child.name()));
    return names;
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(element -> texts.add(element.asText()));
    } else {
      texts.add(node.asText());
    }
    return texts;
  }
}
