package dk.borgerkontakt.api.snitflade;

import dk.borgerkontakt.api.check.Table;
import dk.borgerkontakt.contract.Element;
import java.util.List;
import java.util.Map;

/** The element tables of the agency's interface description. */
final class DescribedElements {

  private DescribedElements() {}

  /** The rows of one table, in its order. */
  static List<Element> of(String operation, String table) {
    return Table.read("/snitfladebeskrivelse/elementer.csv").rows().stream()
        .filter(row -> row.get("operation").equals(operation) && row.get("tabel").equals(table))
        .map(DescribedElements::element)
        .toList();
  }

  private static Element element(Map<String, String> row) {
    return new Element(
        Integer.parseInt(row.get("niveau")),
        row.get("element"),
        row.get("header").equals("X"),
        row.get("dfdg-navn"),
        row.get("type"),
        row.get("dfdg-type"),
        row.get("detaljer"),
        row.get("forekomst"),
        row.get("beskrivelse"));
  }
}
