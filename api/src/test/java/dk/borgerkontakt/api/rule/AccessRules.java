package dk.borgerkontakt.api.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.api.check.Table;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who may call. */
final class AccessRules {

  private static final List<String> COLUMNS =
      Table.read("/snitfladebeskrivelse/adgang.csv").headings().stream().skip(1).toList();

  private AccessRules() {}

  /** Each operation needs one scope of the one scheme; the scheme describes those and no others. */
  static List<String> scopes(Contract contract) {
    List<String> faults = new ArrayList<>();
    Set<String> needed = new HashSet<>();
    for (Operation operation : contract.operations()) {
      JsonNode requirements = operation.node().path("security");
      JsonNode scopes = requirements.path(0).path("dfdg");
      if (requirements.size() != 1 || requirements.path(0).size() != 1 || scopes.size() != 1) {
        faults.add(operation.id() + " does not need exactly one scope");
      }
      scopes.forEach(scope -> needed.add(scope.asText()));
    }
    Set<String> declared = new HashSet<>();
    for (Place scope :
        contract.at("/components/securitySchemes/dfdg/flows/clientCredentials/scopes").children()) {
      declared.add(scope.name());
      if (scope.node().asText().isBlank()) {
        faults.add("scope " + scope.name() + " is not described");
      }
    }
    if (!declared.equals(needed)) {
      faults.add("scopes declared " + declared + ", needed " + needed);
    }
    return faults;
  }

  static List<String> matrices(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      JsonNode matrix = operation.node().path("x-tilladte-organisationer");
      if (!texts(matrix.path("kolonner")).equals(COLUMNS)) {
        faults.add(operation.id() + " has other columns or another order");
      }
      if (matrix.path("raekker").isEmpty()) {
        faults.add(operation.id() + " has no rows");
      }
      matrix
          .path("raekker")
          .properties()
          .forEach(
              row -> {
                List<String> cells = texts(row.getValue());
                if (cells.size() != COLUMNS.size() || !Set.of("", "X").containsAll(cells)) {
                  faults.add(operation.id() + " has a broken row " + row.getKey());
                }
              });
    }
    return faults;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
