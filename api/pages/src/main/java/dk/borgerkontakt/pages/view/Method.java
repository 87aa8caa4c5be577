package dk.borgerkontakt.pages.view;

import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.ElementTable;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** An operation of the contract, which the agency calls a method. */
public record Method(Operation operation) {

  public String id() {
    return operation.id();
  }

  /** The name as the agency writes it. */
  public String title() {
    return id().substring(0, 1).toUpperCase(Locale.ROOT) + id().substring(1);
  }

  public String verb() {
    return operation.method().toUpperCase(Locale.ROOT);
  }

  public String path() {
    return operation.path();
  }

  public String summary() {
    return operation.place().text("summary");
  }

  public String description() {
    return new Markdown(operation.place().text("description"), 3).html();
  }

  /** The old name; what has none by its note is new. */
  public String oldName() {
    String name = operation.place().text("x-dfdg-navn");
    boolean isNew = operation.place().text("x-bemaerkning").startsWith("Ny metode");
    return name.isEmpty() && isNew ? "Ny metode" : name;
  }

  public String note() {
    return Markdown.inline(operation.place().text("x-bemaerkning"));
  }

  public Access access() {
    return Access.of(operation.place().child("x-tilladte-organisationer"));
  }

  public String scope() {
    return operation.scope();
  }

  /** What stands in place of the input's root row, if anything. */
  public String inputText() {
    return operation.place().child("x-input").text("beskrivelse");
  }

  public List<ElementCells> input() {
    return ElementCells.of(id() + "-input", ElementTable.input(operation));
  }

  /** What stands in place of the output, if anything. */
  public String outputText() {
    return operation.place().child("x-output").text("beskrivelse");
  }

  public List<ElementCells> output() {
    return ElementCells.of(id() + "-output", ElementTable.output(operation));
  }

  public List<Failure> errors() {
    return Failure.of(operation);
  }

  /** The parameters, required ones first. */
  public List<Field> parameters() {
    return operation.parameters().stream()
        .map(
            place ->
                new Field(
                    contract(),
                    place,
                    place.text("name"),
                    0,
                    place.node().path("required").asBoolean()))
        .sorted(Comparator.comparing(field -> !field.isRequired()))
        .toList();
  }

  public boolean hasBody() {
    return operation.node().has("requestBody");
  }

  public String bodyDescription() {
    return Markdown.inline(operation.place().child("requestBody").text("description"));
  }

  public String bodySchema() {
    return Contract.reference(operation.requestSchema().node()).replaceFirst(".*/", "");
  }

  /** The properties of the message, those within others after them. */
  public List<Field> body() {
    return ElementTable.input(operation).stream()
        .filter(row -> row.cells().niveau() > 0 && !row.place().node().has("in"))
        .map(row -> Field.of(contract(), row))
        .toList();
  }

  public List<Example> examples() {
    Place content = operation.place().child("requestBody").child("content");
    return Example.of(contract(), content.child("application/json"));
  }

  public Example firstExample() {
    return examples().get(0);
  }

  public List<Answer> answers() {
    return operation.responses().stream()
        .map(response -> new Answer(contract(), response))
        .toList();
  }

  public String curl() {
    return Curl.of(operation, contract().root().at("/servers/0/url").asText());
  }

  private Contract contract() {
    return operation.contract();
  }
}
