package dk.borgerkontakt.pages.html;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.contract.Element;
import dk.borgerkontakt.contract.ElementRow;
import dk.borgerkontakt.contract.ElementTable;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agency's tables hold the contract, cell by cell. */
class SnitfladeTest {

  private static final Document page = Pages.page("snitflade", Edition.SERVED);

  static Stream<Operation> operations() {
    return Pages.CONTRACT.operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void headsAMethodAsTheAgencyDoes(Operation operation) {
    String id = operation.id();

    assertThat(Pages.text(page.expectFirst("#" + id + " > h2")))
        .isEqualToIgnoringCase("%s (%s %s)".formatted(id, operation.method(), operation.path()));
    assertThat(page.select("#" + id + " > .old-name").eachText()).isEqualTo(oldName(operation));
    assertThat(page.expectFirst("#" + id + "-scope + p").text()).isEqualTo(operation.scope());
  }

  private static List<String> oldName(Operation operation) {
    String name = operation.place().text("x-dfdg-navn");
    if (operation.id().equals("getKontaktinformation")) {
      return List.of("(Ny metode)");
    }
    return name.isEmpty() ? List.of() : List.of("(" + name + ")");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void hasEveryRowOfTheInput(Operation operation) {
    assertThat(rows(operation.id() + "-input")).isEqualTo(cells(ElementTable.input(operation)));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void hasEveryRowOfTheOutput(Operation operation) {
    assertThat(rows(operation.id() + "-output")).isEqualTo(cells(ElementTable.output(operation)));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void saysWhatStandsInPlaceOfATable(Operation operation) {
    for (String table : List.of("input", "output")) {
      String text = operation.place().child("x-" + table).text("beskrivelse");
      if (!text.isEmpty()) {
        String heading = "#" + operation.id() + "-" + table;
        assertThat(page.expectFirst(heading + " + p").text()).isEqualTo(text);
      }
    }
  }

  /** The cells but for Detaljer and the project's notes. */
  private List<List<String>> rows(String heading) {
    Document bare = page.clone();
    bare.select(".note").remove();
    return bare.select("#" + heading + " ~ table").stream()
        .filter(table -> table.previousElementSiblings().select("h3").first().id().equals(heading))
        .flatMap(table -> table.select("tbody tr").stream())
        .map(row -> row.children())
        .map(cells -> List.of(text(cells, 0), text(cells, 1), text(cells, 3), text(cells, 4)))
        .toList();
  }

  private static String text(Elements cells, int index) {
    return Pages.text(cells.get(index));
  }

  private static List<List<String>> cells(List<ElementRow> rows) {
    return rows.stream()
        .map(ElementRow::cells)
        .filter(cells -> !cells.element().isEmpty())
        .map(
            cells ->
                List.of(
                    name(cells),
                    typed(cells),
                    cells.forekomst(),
                    cells.beskrivelse().replace("`", "")))
        .toList();
  }

  private static String name(Element cells) {
    String old = cells.dfdgNavn().isEmpty() ? "" : " (" + cells.dfdgNavn() + ")";
    return "- ".repeat(cells.niveau())
        + cells.element()
        + (cells.isHeader() ? " [Header]" : "")
        + old;
  }

  private static String typed(Element cells) {
    return cells.dfdgType().isEmpty()
        ? cells.type()
        : cells.type() + " (Gl. DFDG " + cells.dfdgType() + ")";
  }

  @Test
  void printsThePatternOfACprNumberAsTheAgencyDoes() {
    assertThat(
            page.select("tr[id$=-x-civilregistrationIdentifier] td[data-label=Detaljer]")
                .eachText())
        .hasSize(5)
        .allMatch(text -> text.startsWith("Pattern: ((((0[1-9]"))
        .allMatch(text -> text.endsWith("[0-9]{6})|0000000000"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void hasEveryCrossOfTheAccessTable(Operation operation) {
    Place matrix = operation.place().child("x-tilladte-organisationer");
    List<List<String>> expected = new ArrayList<>();
    expected.add(texts("", matrix.child("kolonner")));
    matrix.child("raekker").children().forEach(row -> expected.add(texts(row.name(), row)));

    assertThat(expected.get(0)).hasSize(9);
    assertThat(
            page.select("#" + operation.id() + " .matrix tr").stream()
                .map(row -> row.children().stream().map(cell -> cell.text()).toList()))
        .isEqualTo(expected);
  }

  private static List<String> texts(String first, Place list) {
    List<String> texts = new ArrayList<>(List.of(first));
    list.node().forEach(cell -> texts.add(cell.asText()));
    return texts;
  }

  @ParameterizedTest
  @MethodSource("operations")
  void hasTheErrorsOfAMethodInItsOrder(Operation operation) {
    List<String> codes = page.select("#" + operation.id() + " .errors tbody th > a").eachText();

    assertThat(codes).isEqualTo(operation.codes().stream().map(String::valueOf).toList());
  }

  @Test
  void marksEveryNoteOfTheProjectAsItsOwn() {
    assertThat(page.select(".note"))
        .isNotEmpty()
        .allMatch(note -> note.text().startsWith("Projektets note "));
    assertThat(page.select("main").text().split("Projektets note", -1))
        .hasSize(page.select(".note").size() + 2);
  }
}
