package dk.borgerkontakt.conformance.row;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Operation.Response;
import dk.borgerkontakt.contract.Place;
import java.util.List;
import java.util.Objects;

/** What an operation may answer: its successes, its error codes, and the headers of both. */
final class AnswerRows {

  private AnswerRows() {}

  static List<Row> successes(Operation operation) {
    return operation.responses().stream()
        .filter(response -> !response.isError())
        .map(
            response ->
                Row.of(
                    operation,
                    response.status(),
                    response.place().text("description"),
                    new Subject.Success(response.status())))
        .toList();
  }

  static List<Row> codes(Operation operation) {
    return operation.codes().stream().map(code -> code(operation, code)).toList();
  }

  private static Row code(Operation operation, int code) {
    JsonNode entry =
        Objects.requireNonNull(
            operation.contract().catalogue().get(code), code + " is not in the catalogue");
    return Row.of(
        operation,
        entry.path("status").asText() + " " + code,
        entry.path("tekst").asText(),
        new Subject.Code(code));
  }

  static List<Row> headers(Operation operation) {
    return operation.responses().stream()
        .flatMap(
            response ->
                response.place().child("headers").children().stream()
                    .map(header -> header(operation, response, header)))
        .toList();
  }

  private static Row header(Operation operation, Response response, Place header) {
    String name = header.name();
    return Row.of(
        operation,
        response.status() + " " + name,
        operation.contract().resolve(header).text("description"),
        new Subject.Header(response.status(), name));
  }
}
