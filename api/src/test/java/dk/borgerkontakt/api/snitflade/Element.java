package dk.borgerkontakt.api.snitflade;

import dk.borgerkontakt.api.contract.Table;
import java.util.List;
import java.util.Map;

/** A row of an element table: its depth and its cells. */
record Element(
    int niveau,
    String element,
    boolean isHeader,
    String dfdgNavn,
    String type,
    String dfdgType,
    String detaljer,
    String forekomst,
    String beskrivelse) {

  /** The rows of one table of the agency's interface description, in its order. */
  static List<Element> described(String operation, String table) {
    return Table.read("/snitfladebeskrivelse/elementer.csv").rows().stream()
        .filter(row -> row.get("operation").equals(operation) && row.get("tabel").equals(table))
        .map(Element::of)
        .toList();
  }

  private static Element of(Map<String, String> row) {
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

  Element withDetaljer(String other) {
    return new Element(
        niveau, element, isHeader, dfdgNavn, type, dfdgType, other, forekomst, beskrivelse);
  }
}
