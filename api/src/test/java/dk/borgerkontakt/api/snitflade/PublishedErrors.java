package dk.borgerkontakt.api.snitflade;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.api.check.Table;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares the error tables of the description with the contract. */
final class PublishedErrors {

  private static final Table TABLE = Table.read("/snitfladebeskrivelse/fejl.csv");

  private PublishedErrors() {}

  /** Text and description of each code, word for word. */
  static List<String> words(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Map<String, String> row : TABLE.rows()) {
      JsonNode entry =
          contract.catalogue().getOrDefault(Integer.valueOf(row.get("kode")), contract.root());
      if (!entry.path("tekst").asText().equals(row.get("tekst"))
          || !entry.path("beskrivelse").asText().equals(row.get("beskrivelse"))) {
        faults.add(row.get("kode") + " is not told in the agency's words");
      }
    }
    return faults;
  }

  /** The published list of an operation comes first, whole and in its order; others may follow. */
  static List<String> lists(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      List<Integer> published =
          TABLE.rows().stream()
              .filter(row -> row.get("operation").equals(operation.id()))
              .map(row -> Integer.valueOf(row.get("kode")))
              .toList();
      List<Integer> codes = operation.codes();
      if (codes.size() < published.size()
          || !codes.subList(0, published.size()).equals(published)) {
        faults.add(operation.id() + " does not begin with the published codes " + published);
      }
    }
    return faults;
  }
}
