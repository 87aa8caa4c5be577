package dk.borgerkontakt.pages.collection;

import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Place;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One request of a collection: an operation with one of its examples, or with its parameters'
 * alone.
 *
 * @param number its place in the collection, from 1
 * @param isFirst whether it is the first of its operation
 * @param example the name of the example, empty when the operation has no body
 * @param summary what this request does, in one line
 */
record Request(
    int number,
    Operation operation,
    boolean isFirst,
    String example,
    String summary,
    @Nullable Body body) {

  static Request of(int number, Operation operation) {
    return new Request(number, operation, true, "", operation.place().text("summary"), null);
  }

  static Request of(int number, Operation operation, Place example) {
    return new Request(
        number,
        operation,
        example.equals(operation.requestExamples().get(0)),
        example.name(),
        example.text("summary"),
        new Body(example.node().path("value")));
  }

  /** A name that is a file name and an identifier in every tool. */
  String id() {
    return (operation.id() + (example.isEmpty() ? "" : "_" + example)).replaceAll("\\W", "_");
  }

  String title() {
    return operation.id() + ": " + Text.oneLine(summary);
  }

  /** What the contract tells of the operation, as a block of Markdown. */
  String docs() {
    return Text.prefixed(
        "  ",
        "# " + Text.oneLine(operationText("summary")) + "\n\n" + operationText("description"));
  }

  /** The same for people who read a file, as comments. */
  String comments() {
    return Text.prefixed("# ", operationText("description"));
  }

  private String operationText(String property) {
    return operation.place().text(property);
  }

  String method() {
    return operation.method();
  }

  String methodUpperCase() {
    return method().toUpperCase(Locale.ROOT);
  }

  /** The path with the parameters' values. */
  String path() {
    String path = operation.path();
    for (Parameter parameter : parameters()) {
      path = path.replace("{" + parameter.name() + "}", parameter.value());
    }
    return path;
  }

  /** The path with the parameters' names behind colons. */
  String pathWithNames() {
    return operation.path().replaceAll("\\{([^}]+)}", ":$1");
  }

  List<Parameter> parameters() {
    return in("path").stream().map(Parameter::of).toList();
  }

  boolean hasParameters() {
    return !parameters().isEmpty();
  }

  List<Header> headers() {
    return in("header").stream().map(Header::of).toList();
  }

  /** The example's code of the citizen; empty when the request needs none. */
  String code() {
    return body == null ? "" : body.code();
  }

  boolean needsCode() {
    return !code().isEmpty();
  }

  /** The status of the success. */
  String status() {
    return operation.responses().stream()
        .map(Operation.Response::status)
        .filter(status -> status.startsWith("2"))
        .findFirst()
        .orElseThrow();
  }

  List<Check> checks() {
    return Check.of(operation);
  }

  private List<Place> in(String where) {
    return operation.parameters().stream()
        .filter(parameter -> parameter.text("in").equals(where))
        .toList();
  }
}
