package dk.borgerkontakt.conformance.row;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.contract.ElementRow;
import java.util.ArrayList;
import java.util.List;

/** What an element table and the schema behind it say of one element. */
public enum Facet {
  FOREKOMST("forekomst"),
  TYPE("type"),
  PATTERN("mønster"),
  KODELISTE("kodeliste"),
  LAENGDE("længde"),
  UNIK("unik");

  private final String label;

  Facet(String label) {
    this.label = label;
  }

  /** Its word in the report. */
  public String label() {
    return label;
  }

  /** The facets that the contract gives an element. */
  static List<Facet> of(ElementRow row) {
    JsonNode schema = row.schema().node();
    List<Facet> facets = new ArrayList<>(List.of(FOREKOMST, TYPE));
    addIf(schema.has("pattern"), PATTERN, facets);
    addIf(schema.has("enum"), KODELISTE, facets);
    addIf(schema.has("maxLength"), LAENGDE, facets);
    addIf(row.place().node().has("x-unik"), UNIK, facets);
    return facets;
  }

  private static void addIf(boolean condition, Facet facet, List<Facet> facets) {
    if (condition) {
      facets.add(facet);
    }
  }
}
