package dk.borgerkontakt.api;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.api.check.Check;
import dk.borgerkontakt.api.check.Table;
import dk.borgerkontakt.api.rule.Rule;
import dk.borgerkontakt.api.snitflade.Agreement;
import dk.borgerkontakt.contract.Contract;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check complains about a contract with a fault in it. */
class CatchesPlantedFaultsTest {

  private static final Contract CONTRACT = Contract.bundled();

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void checkComplains(PlantedFault fault) {
    assertThat(fault.finder().faults(CONTRACT)).isEmpty();

    assertThat(fault.finder().faults(fault.plantIn(CONTRACT))).isNotEmpty();
  }

  @Test
  void everyCheckHasAFaultToFind() {
    assertThat(faults()).extracting(PlantedFault::finder).containsAll(checks());
  }

  static List<PlantedFault> faults() {
    return Table.read("/planted-faults.csv").rows().stream()
        .map(row -> new PlantedFault(check(row.get("check")), row.get("pointer"), row.get("value")))
        .toList();
  }

  private static Check check(String name) {
    return checks().stream()
        .filter(check -> ((Enum<?>) check).name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Check> checks() {
    return Stream.<Check>concat(Stream.of(Rule.values()), Stream.of(Agreement.values())).toList();
  }
}
