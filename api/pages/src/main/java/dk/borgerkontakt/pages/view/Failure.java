package dk.borgerkontakt.pages.view;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Place;
import java.util.List;
import java.util.stream.Stream;

/** An error code, of the catalogue or as one operation answers it. */
public record Failure(
    String code,
    String text,
    String description,
    String status,
    boolean isLocal,
    String cause,
    List<String> operations) {

  /** The catalogue, each code with the operations that may answer it. */
  static List<Failure> catalogue(Contract contract) {
    return contract.catalogue().keySet().stream()
        .map(code -> of(contract, code, cause(contract.components("examples").stream(), code)))
        .toList();
  }

  /** The codes of an operation in the contract's order, each with the cause that it names. */
  static List<Failure> of(Operation operation) {
    Contract contract = operation.contract();
    return operation.codes().stream()
        .map(code -> of(contract, code, cause(examples(operation), code)))
        .toList();
  }

  private static Failure of(Contract contract, int code, String cause) {
    JsonNode entry = contract.catalogue().get(code);
    if (entry == null) {
      throw new IllegalArgumentException("the catalogue has no " + code);
    }
    return new Failure(
        String.valueOf(code),
        entry.path("tekst").asText(),
        entry.path("beskrivelse").asText(),
        entry.path("status").asText(),
        entry.path("kilde").asText().equals("lokal"),
        cause,
        contract.operations().stream()
            .filter(operation -> operation.codes().contains(code))
            .map(Operation::id)
            .toList());
  }

  private static Stream<Place> examples(Operation operation) {
    return operation.responses().stream()
        .flatMap(
            response ->
                response.content("application/problem+json").child("examples").children().stream())
        .map(operation.contract()::resolve);
  }

  private static String cause(Stream<Place> examples, int code) {
    return examples
        .filter(example -> example.node().at("/value/fejlkode").asInt() == code)
        .map(example -> example.text("summary"))
        .findFirst()
        .orElse("");
  }
}
