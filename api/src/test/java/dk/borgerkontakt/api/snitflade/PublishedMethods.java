package dk.borgerkontakt.api.snitflade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.api.check.Table;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares what is published about the methods, one of them in full, with the contract. */
final class PublishedMethods {

  private static final Map<String, String> METHOD =
      Table.read("/snitfladebeskrivelse/metode.csv").rows().get(0);
  private static final Table MATRIX = Table.read("/snitfladebeskrivelse/adgang.csv");

  /**
   * The agency has published the same matrix for these two; for the others it is this project's.
   */
  private static final List<String> SAME_MATRIX =
      List.of("createKontaktinformation", "verificerKontaktinformation");

  /** The description prints empty braces after the address: the citizen travels in the header. */
  private static final String EMPTY_PARAMETER = "/{}";

  private PublishedMethods() {}

  /** HTTP method, address and scope of every method, as far as they are published. */
  static List<String> methods(Contract contract) {
    List<String> faults = new ArrayList<>();
    Table methods = Table.read("/snitfladebeskrivelse/metoder.csv");
    List<String> ids = contract.operations().stream().map(Operation::id).toList();
    if (!Set.copyOf(ids).equals(Set.copyOf(methods.column("operation")))) {
      faults.add("the contract has the operations " + ids);
      return faults;
    }
    for (Map<String, String> row : methods.rows()) {
      Operation found = operation(contract, row.get("operation"));
      List<String> cells = List.of(found.method(), found.path(), found.scope());
      List<String> published = List.of(row.get("metode"), row.get("sti"), row.get("scope"));
      for (int i = 0; i < cells.size(); i++) {
        if (!published.get(i).isEmpty() && !published.get(i).equals(cells.get(i))) {
          faults.add(found.id() + " has " + cells.get(i) + ", not " + published.get(i));
        }
      }
    }
    return faults;
  }

  /** Name, HTTP method and address; an operationId begins with a small letter. */
  static List<String> heading(Contract contract) {
    List<String> headings = contract.operations().stream().map(PublishedMethods::heading).toList();
    return headings.contains(METHOD.get("overskrift"))
        ? List.of()
        : List.of("no heading is " + METHOD.get("overskrift") + ", there are " + headings);
  }

  private static String heading(Operation operation) {
    String name =
        operation.id().substring(0, 1).toUpperCase(Locale.ROOT) + operation.id().substring(1);
    String method = operation.method().toUpperCase(Locale.ROOT);
    return "%s (%s %s%s)".formatted(name, method, operation.path(), EMPTY_PARAMETER);
  }

  /** The description's text is the first paragraph, and its remark begins the contract's. */
  static List<String> description(Contract contract) {
    Operation operation = operation(contract, METHOD.get("operation"));
    List<String> faults = new ArrayList<>();
    if (!operation.place().text("description").startsWith(METHOD.get("beskrivelse") + "\n")) {
      faults.add(operation.id() + " does not begin with the agency's description");
    }
    if (!operation.place().text("x-bemaerkning").startsWith(METHOD.get("bemaerkning"))) {
      faults.add(operation.id() + " does not say that it is new");
    }
    return faults;
  }

  static List<String> scope(Contract contract) {
    String scope = operation(contract, METHOD.get("operation")).scope();
    return scope.equals(METHOD.get("scope")) ? List.of() : List.of("scope is " + scope);
  }

  static List<String> matrix(Contract contract) {
    List<String> ids = new ArrayList<>(SAME_MATRIX);
    ids.add(METHOD.get("operation"));
    return ids.stream()
        .map(id -> operation(contract, id))
        .filter(operation -> !matches(operation.node().path("x-tilladte-organisationer")))
        .map(operation -> operation.id() + " has another matrix")
        .toList();
  }

  private static boolean matches(JsonNode found) {
    ObjectNode expected = JsonNodeFactory.instance.objectNode();
    List<String> columns = MATRIX.headings().subList(1, MATRIX.headings().size());
    columns.forEach(expected.putArray("kolonner")::add);
    ObjectNode rows = expected.putObject("raekker");
    for (Map<String, String> row : MATRIX.rows()) {
      columns.forEach(
          column -> rows.withArray(row.get(MATRIX.headings().get(0))).add(row.get(column)));
    }
    return Objects.equals(found, expected);
  }

  private static Operation operation(Contract contract, String id) {
    return contract.operations().stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
