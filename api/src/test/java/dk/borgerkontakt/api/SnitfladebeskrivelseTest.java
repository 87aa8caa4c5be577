package dk.borgerkontakt.api;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.api.check.Table;
import dk.borgerkontakt.api.snitflade.Agreement;
import dk.borgerkontakt.contract.Contract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract against the agency's own interface description, cell by cell. */
class SnitfladebeskrivelseTest {

  private static final Contract CONTRACT = Contract.bundled();

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void contract(Agreement agreement) {
    assertThat(agreement.faults(CONTRACT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"elementer, 25", "fejl, 12", "adgang, 4", "metode, 1", "metoder, 7"})
  void transcriptionIsWhole(String table, int rows) {
    assertThat(Table.read("/snitfladebeskrivelse/" + table + ".csv").rows()).hasSize(rows);
  }
}
