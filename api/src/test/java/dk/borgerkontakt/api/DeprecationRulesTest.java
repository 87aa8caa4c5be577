package dk.borgerkontakt.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.api.rule.Rule;
import dk.borgerkontakt.contract.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What it takes to deprecate an operation; today none is. */
class DeprecationRulesTest {

  private static final String OPERATION = "/paths/~1v1~1kontaktinformation/get";

  @Test
  void deprecatedOperationWithDatesAndHeadersIsInOrder() {
    Contract contract =
        deprecated("2027-01-01", "2027-01-01").with(root -> declare(root, "Sunset"));

    assertThat(Rule.DEPRECATED_OPERATIONS_ARE_DATED.faults(contract)).isEmpty();
    assertThat(Rule.DEPRECATED_OPERATIONS_DECLARE_THE_HEADERS.faults(contract)).isEmpty();
  }

  @Test
  void sunsetIsDeclaredToo() {
    assertThat(
            Rule.DEPRECATED_OPERATIONS_DECLARE_THE_HEADERS.faults(
                deprecated("2027-01-01", "2028-01-01")))
        .contains("getKontaktinformation 200 has no Sunset")
        .noneMatch(fault -> fault.contains("405"));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-01, 2026-12-31, ends before it is deprecated",
    "2027-02-29, , has in x-deprecation what is no date",
    "2027-01-01, 2028, has in x-sunset what is no date"
  })
  void datesAreDaysInOrder(String since, String sunset, String fault) {
    assertThat(Rule.DEPRECATED_OPERATIONS_ARE_DATED.faults(deprecated(since, sunset)))
        .contains("getKontaktinformation " + fault);
  }

  private static Contract deprecated(String since, String sunset) {
    return Contract.bundled()
        .with(
            root -> {
              ObjectNode operation = (ObjectNode) root.at(OPERATION);
              operation.put("deprecated", true).put("x-deprecation", since);
              if (sunset != null) {
                operation.put("x-sunset", sunset);
              }
              declare(root, "Deprecation");
              declare(root, "Link");
            });
  }

  /** In every response, those that are shared with other operations too. */
  private static void declare(ObjectNode root, String header) {
    root.findValues("headers").stream()
        .filter(headers -> headers.has("Cache-Control"))
        .forEach(headers -> ((ObjectNode) headers).putObject(header));
  }
}
