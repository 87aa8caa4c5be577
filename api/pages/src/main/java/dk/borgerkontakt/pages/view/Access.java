package dk.borgerkontakt.pages.view;

import dk.borgerkontakt.contract.Place;
import java.util.List;
import java.util.stream.StreamSupport;

/** The table of the organisations that may use an operation. */
public record Access(List<String> columns, List<Row> rows) {

  /** One kind of organisation and its crosses, in the order of the columns. */
  public record Row(String name, List<String> cells) {}

  static Access of(Place matrix) {
    return new Access(
        texts(matrix.child("kolonner")),
        matrix.child("raekker").children().stream()
            .map(row -> new Row(row.name(), texts(row)))
            .toList());
  }

  private static List<String> texts(Place list) {
    return StreamSupport.stream(list.node().spliterator(), false)
        .map(cell -> cell.asText())
        .toList();
  }
}
