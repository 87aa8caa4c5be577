package dk.borgerkontakt.api.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.api.check.Table;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Operation.Response;
import dk.borgerkontakt.contract.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The error codes, their catalogue and their examples. */
final class ErrorRules {

  private static final Set<Integer> OF_ALL =
      Set.of(1012, 1013, 1014, 4985, 4986, 90002, 90005, 90007, 90008, 90009, 90010);
  private static final Set<Integer> OF_A_CITIZEN = Set.of(1001, 1010, 4575);
  private static final Set<Integer> OF_A_WRITE = Set.of(4405, 90003, 90006);

  private ErrorRules() {}

  /** What every operation may answer, every one on a named citizen, and every write. */
  static List<String> common(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      Set<Integer> missing = new TreeSet<>(OF_ALL);
      missing.addAll(
          operation.hasParameter("x-civilregistrationIdentifier") ? OF_A_CITIZEN : Set.of());
      missing.addAll(operation.method().equals("post") ? OF_A_WRITE : Set.of());
      operation.codes().forEach(missing::remove);
      if (!missing.isEmpty()) {
        faults.add(operation.id() + " does not list " + missing);
      }
    }
    return faults;
  }

  /** Each code has an example under its status, and each example's code is listed. */
  static List<String> examples(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      Set<String> expected = new TreeSet<>();
      for (int code : operation.codes()) {
        JsonNode entry = contract.catalogue().get(code);
        expected.add((entry == null ? "?" : entry.path("status").asText()) + " " + code);
      }
      Set<String> found = new TreeSet<>();
      for (Response response : operation.responses()) {
        found.addAll(exampleCodes(contract, response));
      }
      if (!found.equals(expected)) {
        faults.add(operation.id() + " has examples of " + found + ", should have " + expected);
      }
    }
    return faults;
  }

  private static List<String> exampleCodes(Contract contract, Response response) {
    Place examples = response.content("application/problem+json").child("examples");
    List<String> codes = new ArrayList<>();
    for (Place example : examples.children()) {
      JsonNode value = contract.resolve(example).node().path("value");
      codes.add(response.status() + " " + value.path("fejlkode").asText());
    }
    if (response.isError() && codes.isEmpty()) {
      codes.add(response.status() + " without an example");
    }
    return codes;
  }

  static List<String> catalogued(Contract contract) {
    List<String> faults = new ArrayList<>();
    Set<Integer> used = new HashSet<>();
    for (Operation operation : contract.operations()) {
      used.addAll(operation.codes());
      if (new HashSet<>(operation.codes()).size() != operation.codes().size()) {
        faults.add(operation.id() + " lists a code twice");
      }
    }
    if (!used.equals(contract.catalogue().keySet())) {
      faults.add(
          "operations answer " + used + ", the catalogue has " + contract.catalogue().keySet());
    }
    List<Integer> enumeration = new ArrayList<>();
    contract
        .at("/components/schemas/Fejlkode/enum")
        .node()
        .forEach(c -> enumeration.add(c.asInt()));
    if (!enumeration.equals(List.copyOf(contract.catalogue().keySet()))) {
      faults.add("the values of Fejlkode are not those of the catalogue");
    }
    return faults;
  }

  /** Codes, statuses, origin and published texts. */
  static List<String> catalogue(Contract contract) {
    List<String> faults = new ArrayList<>();
    Table published = Table.read("/fejlkatalog.csv");
    for (Map<String, String> row : published.rows()) {
      JsonNode entry =
          contract.catalogue().getOrDefault(Integer.valueOf(row.get("kode")), contract.root());
      boolean isTextTold =
          row.get("tekst").isEmpty()
              ? !entry.path("tekst").asText().isBlank()
              : entry.path("tekst").asText().equals(row.get("tekst"));
      if (!entry.path("status").asText().equals(row.get("status"))
          || !entry.path("kilde").asText().equals(row.get("kilde"))
          || entry.path("beskrivelse").asText().isBlank()
          || !isTextTold) {
        faults.add(row.get("kode") + " is not in the catalogue as it should be");
      }
    }
    if (published.rows().size() != contract.catalogue().size()) {
      faults.add("the catalogue has codes of no known origin");
    }
    return faults;
  }
}
