package dk.borgerkontakt.conformance.row;

import dk.borgerkontakt.contract.ElementRow;
import java.util.List;

/** What a row is about; each kind stands for one table or list of the contract. */
public sealed interface Subject {

  /** A code of {@code x-fejlkoder}. */
  record Code(int code) implements Subject {}

  /** A response that is a success. */
  record Success(String status) implements Subject {}

  /** A header of a response. */
  record Header(String status, String name) implements Subject {}

  /**
   * A detail of a row of an element table.
   *
   * @param path the way from the root of the body, a list's items as {@code *}; one name alone for
   *     a parameter
   */
  record Element(boolean isInput, ElementRow row, List<String> path, Facet facet)
      implements Subject {

    /** Whether it is a header or a part of the path. */
    public boolean isParameter() {
      return row.place().node().has("in");
    }
  }

  /** A cell of the access matrix; the row is empty where the column counts for all rows at once. */
  record Cell(String raekke, String kolonne) implements Subject {}

  /**
   * A step in the order of the checks.
   *
   * @param number counted from 1
   * @param codes that the step's line names
   */
  record Step(int number, List<Integer> codes) implements Subject {}

  /** A sentence or chapter that is prose. */
  record Rule(String text) implements Subject {}
}
