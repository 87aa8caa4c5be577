package dk.borgerkontakt.pages.view;

import dk.borgerkontakt.contract.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A code list and its values. */
public record CodeList(Place place) {

  /** What a code list may say of each value besides its name, and what the pages call it. */
  private static final Map<String, String> EXTRAS = new LinkedHashMap<>();

  static {
    EXTRAS.put("x-enum-fejlkoder", "Fejlkode");
    EXTRAS.put("x-enum-kanaler", "Kanal");
    EXTRAS.put("x-enum-raekker", "Adgangsrække");
  }

  /** One value; the extras are in the order of {@link CodeList#extras}. */
  public record Value(String code, String name, String description, List<Extra> extras) {}

  /** What the list says of a value under a heading. */
  public record Extra(String heading, String text) {}

  /** Whether a schema is a code list. The error catalogue is more than that. */
  static boolean isCodeList(Place schema) {
    return schema.node().has("x-enum-varnames") && !schema.node().has("x-fejlkatalog");
  }

  public String name() {
    return place.name();
  }

  public String description() {
    return Markdown.inline(place.text("description"));
  }

  public String type() {
    return place.text("x-type");
  }

  public String oldType() {
    return place.text("x-dfdg-type");
  }

  /** The code that answers a value outside the list; empty where it has none of its own. */
  public String error() {
    return place.text("x-fejlkode");
  }

  public String note() {
    return Markdown.inline(place.text("x-bemaerkning"));
  }

  /** The headings of what this list says of each value besides its name. */
  public List<String> extras() {
    return EXTRAS.entrySet().stream()
        .filter(extra -> place.node().has(extra.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  public List<Value> values() {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < place.node().path("enum").size(); i++) {
      values.add(
          new Value(
              text("enum", i),
              text("x-enum-varnames", i),
              text("x-enum-descriptions", i),
              extras(i)));
    }
    return values;
  }

  private List<Extra> extras(int index) {
    return EXTRAS.entrySet().stream()
        .filter(extra -> place.node().has(extra.getKey()))
        .map(extra -> new Extra(extra.getValue(), text(extra.getKey(), index)))
        .toList();
  }

  private String text(String list, int index) {
    return place.node().path(list).path(index).asText();
  }
}
