package dk.borgerkontakt.api.snitflade;

import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Element;
import dk.borgerkontakt.contract.ElementRow;
import dk.borgerkontakt.contract.ElementTable;
import dk.borgerkontakt.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares the element tables of the description with those of the contract. */
final class PublishedElements {

  private PublishedElements() {}

  static List<String> input(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      List<ElementRow> rows = new ArrayList<>(ElementTable.input(operation));
      faults.addAll(removeOwnHeaders(operation, rows));
      faults.addAll(compare(operation.id(), "input", rows));
    }
    return faults;
  }

  static List<String> output(Contract contract) {
    return contract.operations().stream()
        .flatMap(op -> compare(op.id(), "output", ElementTable.output(op)).stream())
        .toList();
  }

  private static List<String> removeOwnHeaders(Operation operation, List<ElementRow> rows) {
    List<String> expected = new ArrayList<>(Differences.HEADERS_OF_READS);
    if (operation.method().equals("post")) {
      expected.add(0, Differences.HEADER_OF_WRITES);
    }
    expected.addAll(Differences.HEADERS_OF_OPERATIONS.getOrDefault(operation.id(), List.of()));
    List<String> found = new ArrayList<>();
    rows.removeIf(
        row -> {
          boolean isOwn = row.cells().isHeader() && !row.isRequired();
          return isOwn && found.add(row.cells().element());
        });
    return found.equals(expected)
        ? List.of()
        : List.of(operation.id() + " has optional headers " + found + ", not " + expected);
  }

  private static List<String> compare(String operation, String table, List<ElementRow> rows) {
    List<Element> described = DescribedElements.of(operation, table);
    if (described.isEmpty()) {
      return List.of();
    }
    List<String> names = rows.stream().map(row -> row.cells().element()).toList();
    List<String> expectedNames = described.stream().map(Element::element).toList();
    if (!names.equals(expectedNames)) {
      return List.of(operation + " " + table + " has elements " + names + ", not " + expectedNames);
    }
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Element expected = expected(described.get(i), rows.get(i).cells());
      String schema = Differences.schema(described.get(i), table);
      if (!Objects.equals(rows.get(i).cells(), expected)) {
        faults.add(operation + ": " + rows.get(i).cells() + " should be " + expected);
      }
      if (!rows.get(i).schemaName().equals(schema)) {
        faults.add(operation + ": " + expected.element() + " should be a " + schema);
      }
    }
    return faults;
  }

  /** An empty cell leaves the details to the contract, which bounds every value by a rule. */
  private static Element expected(Element described, Element found) {
    return described.withDetaljer(
        described.detaljer().isEmpty()
            ? found.detaljer()
            : Differences.anchored(described.detaljer()));
  }
}
