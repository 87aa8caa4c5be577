package dk.borgerkontakt.conformance.row;

import dk.borgerkontakt.contract.ElementRow;
import dk.borgerkontakt.contract.ElementTable;
import dk.borgerkontakt.contract.Operation;
import java.util.ArrayList;
import java.util.List;

/** The element tables, a row for each detail of each element. */
final class ElementRows {

  private ElementRows() {}

  static List<Row> of(Operation operation) {
    List<Row> rows = new ArrayList<>();
    add(operation, true, ElementTable.input(operation), rows);
    add(operation, false, ElementTable.output(operation), rows);
    return rows;
  }

  private static void add(
      Operation operation, boolean isInput, List<ElementRow> table, List<Row> rows) {
    List<String> path = new ArrayList<>();
    for (ElementRow element : table) {
      int niveau = element.cells().niveau();
      if (niveau == 0) {
        continue; // The root is the message itself; its parts say what it must be.
      }
      path.subList(depth(path, niveau - 1), path.size()).clear();
      path.add(element.cells().element());
      List<String> own = List.copyOf(path);
      if (element.place().node().has("items")) {
        path.add("*");
      }
      for (Facet facet : Facet.of(element)) {
        rows.add(row(operation, new Subject.Element(isInput, element, own, facet)));
      }
    }
  }

  /** How many steps of the path belong to this many elements. */
  private static int depth(List<String> path, int elements) {
    int steps = 0;
    for (int found = 0; found < elements; steps++) {
      found += path.get(steps).equals("*") ? 0 : 1;
    }
    return steps < path.size() && path.get(steps).equals("*") ? steps + 1 : steps;
  }

  private static Row row(Operation operation, Subject.Element element) {
    String direction = element.isInput() ? "input" : "output";
    return Row.of(
        operation,
        direction + " " + String.join("/", element.path()) + " " + element.facet().label(),
        words(element),
        element);
  }

  private static String words(Subject.Element element) {
    ElementRow row = element.row();
    return switch (element.facet()) {
      case FOREKOMST -> "Forekomst " + row.cells().forekomst();
      case TYPE -> "Type " + row.cells().type();
      case PATTERN -> row.cells().detaljer();
      case KODELISTE -> row.schemaName() + " " + row.schema().node().path("enum");
      case LAENGDE -> "Højst " + row.schema().node().path("maxLength") + " tegn";
      case UNIK -> "Hver " + row.place().text("x-unik") + " højst én gang";
    };
  }
}
