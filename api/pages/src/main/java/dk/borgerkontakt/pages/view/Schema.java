package dk.borgerkontakt.pages.view;

import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Place;
import java.util.List;

/** A schema of the contract that is no code list. */
public record Schema(Contract contract, Place place) {

  public String name() {
    return place.name();
  }

  public String description() {
    return Markdown.inline(place.text("description"));
  }

  public String note() {
    return Markdown.inline(place.text("x-bemaerkning"));
  }

  /** The agency's name of the type, where it has one of its own. */
  public String publishedName() {
    String name = place.text("x-type");
    return name.equals(place.text("type")) ? "" : name;
  }

  public String type() {
    return place.text("type");
  }

  public List<Term> terms() {
    return Terms.plain(place.node());
  }

  public List<Field> fields() {
    return Field.properties(contract, place);
  }

  public boolean hasFields() {
    return !fields().isEmpty();
  }

  /** Whether it is the error catalogue, which has a table of its own. */
  public boolean isCatalogue() {
    return place.node().has("x-fejlkatalog");
  }
}
