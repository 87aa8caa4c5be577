package dk.borgerkontakt.api;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.api.rule.Rule;
import dk.borgerkontakt.contract.Contract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract against itself. */
class OpenApiContractTest {

  private static final Contract CONTRACT = Contract.bundled();

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void contractObeys(Rule rule) {
    assertThat(rule.faults(CONTRACT)).isEmpty();
  }
}
