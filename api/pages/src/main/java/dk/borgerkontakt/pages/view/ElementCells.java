package dk.borgerkontakt.pages.view;

import dk.borgerkontakt.contract.Element;
import dk.borgerkontakt.contract.ElementRow;
import java.util.ArrayList;
import java.util.List;

/** A row of the agency's element tables, cell by cell. */
public record ElementCells(String anchor, ElementRow row) {

  /** The rows that are elements, each with an anchor of its names from the top. */
  static List<ElementCells> of(String anchor, List<ElementRow> rows) {
    List<ElementCells> cells = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (ElementRow row : rows) {
      Element element = row.cells();
      if (!element.element().isEmpty()) {
        names = new ArrayList<>(names.subList(0, Math.min(names.size(), element.niveau())));
        while (names.size() < element.niveau()) {
          names.add("");
        }
        names.add(element.element());
        cells.add(new ElementCells(anchor + String.join("-", names).replaceFirst("^-*", "-"), row));
      }
    }
    return cells;
  }

  public String depth() {
    return "- ".repeat(row.cells().niveau());
  }

  public String name() {
    return row.cells().element();
  }

  public boolean isHeader() {
    return row.cells().isHeader();
  }

  public String oldName() {
    return row.cells().dfdgNavn();
  }

  public String type() {
    return row.cells().type();
  }

  /** The code list behind the type, or nothing. */
  public String codeList() {
    return CodeList.isCodeList(row.schema()) ? row.schemaName() : "";
  }

  public String oldType() {
    return row.cells().dfdgType();
  }

  /**
   * What the contract says of the form. The anchors of a pattern, which the agency takes for
   * granted, are left out.
   */
  public List<Term> details() {
    return Terms.published(row.place().node(), row.schema().node());
  }

  public String occurrence() {
    return row.cells().forekomst();
  }

  public String description() {
    return Markdown.inline(row.cells().beskrivelse());
  }

  public String note() {
    return Markdown.inline(row.place().text("x-bemaerkning"));
  }
}
