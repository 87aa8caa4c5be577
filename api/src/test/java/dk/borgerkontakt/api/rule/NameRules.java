package dk.borgerkontakt.api.rule;

import dk.borgerkontakt.api.check.Schemas;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What things are called. */
final class NameRules {

  private static final Pattern ASCII_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9.-]*");

  private NameRules() {}

  static List<String> ascii(Contract contract) {
    return names(contract).stream()
        .filter(name -> !ASCII_NAME.matcher(name).matches())
        .map(name -> "'" + name + "' is not an ASCII name")
        .toList();
  }

  /** Names that generators turn into identifiers. */
  private static List<String> names(Contract contract) {
    List<String> names = new ArrayList<>();
    for (Place kind : contract.at("/components").children()) {
      kind.children().forEach(component -> names.add(component.name()));
    }
    for (Operation operation : contract.operations()) {
      names.add(operation.id());
      operation.parameters().forEach(parameter -> names.add(parameter.text("name")));
    }
    Schemas.properties(contract).forEach(property -> names.add(property.name()));
    Schemas.all(contract)
        .forEach(
            schema -> schema.node().path("x-enum-varnames").forEach(n -> names.add(n.asText())));
    contract.root().path("tags").forEach(tag -> names.add(tag.path("name").asText()));
    return names;
  }

  static List<String> operationIds(Contract contract) {
    Set<String> seen = new HashSet<>();
    return contract.operations().stream()
        .filter(operation -> operation.id().isEmpty() || !seen.add(operation.id()))
        .map(operation -> operation.place() + " has no operationId of its own")
        .toList();
  }

  static List<String> tags(Contract contract) {
    Set<String> declared = new HashSet<>();
    contract.root().path("tags").forEach(tag -> declared.add(tag.path("name").asText()));
    return contract.operations().stream()
        .filter(
            operation ->
                operation.node().path("tags").size() != 1
                    || !declared.contains(operation.node().at("/tags/0").asText()))
        .map(operation -> operation.id() + " has not one declared tag")
        .toList();
  }
}
