package dk.borgerkontakt.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.testing.ContractOperations.Entry;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Judges, when all HTTP tests have run, whether they reached every success and every error code
 * that the contract lists for each operation. A build that runs some tests alone isn't judged.
 */
@DisabledIfSystemProperty(named = "test", matches = ".+")
class ContractCoverageIT {

  private final JsonNode document = Contract.bundledDocument();
  private final ContractOperations operations = new ContractOperations(document);
  private final Set<String> reached = Coverage.recorded();

  @Test
  void everyOutcomeOfTheContractWasReached() {
    Set<String> missing = new TreeSet<>();
    StringBuilder table = new StringBuilder("Reached over HTTP, operation by operation:\n");
    for (Entry operation : operations.all()) {
      table.append(operation.id()).append('\n');
      outcomes(operation)
          .forEach(
              (code, status) -> {
                boolean isReached = reached.contains(Coverage.line(operation.id(), status, code));
                table.append(
                    "  %3d %5s  %s%n"
                        .formatted(
                            status, code == 0 ? "" : code, isReached ? "reached" : "NOT REACHED"));
                if (!isReached) {
                  missing.add(Coverage.line(operation.id(), status, code));
                }
              });
    }
    System.out.println(table);

    assertThat(missing).as("never reached: operation, status, error code").isEmpty();
  }

  @Test
  void everyStatusOfTheContractHasACode() {
    for (Entry operation : operations.all()) {
      assertThat(operation.statuses())
          .as(operation.id())
          .containsExactlyInAnyOrderElementsOf(new TreeSet<>(outcomes(operation).values()));
    }
  }

  /** Code to status; the success has the code 0. */
  private Map<Integer, Integer> outcomes(Entry operation) {
    Map<Integer, Integer> outcomes = new TreeMap<>();
    operation.statuses().stream()
        .filter(status -> status < 400)
        .forEach(status -> outcomes.put(0, status));
    for (JsonNode row : document.at("/components/schemas/Fejlkode/x-fejlkatalog")) {
      int code = row.path("kode").intValue();
      if (operation.fejlkoder().contains(code)) {
        outcomes.put(code, row.path("status").intValue());
      }
    }
    return outcomes;
  }
}
