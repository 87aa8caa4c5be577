package dk.borgerkontakt.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.contract.Contract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which version admits which change. */
class VersionTest {

  private static final Contract RELEASED = version(Contract.bundled(), "1.4.2");

  @ParameterizedTest
  @CsvSource({
    "BREAKS, 2.0.0, true",
    "BREAKS, 3.1.0, true",
    "BREAKS, 1.5.0, false",
    "BREAKS, 1.4.3, false",
    "ADDS, 1.5.0, true",
    "ADDS, 2.0.0, true",
    "ADDS, 1.4.3, false",
    "ADDS, 1.4.2, false",
    "TEXT, 1.4.3, true",
    "TEXT, 1.5.0, true",
    "TEXT, 1.4.2, false",
    "TEXT, 1.3.9, false",
    ", 1.4.2, true",
    ", 1.4.3, true",
    ", 1.10.0, true",
    ", 1.4.1, false",
    ", 1.3.9, false",
    ", 0.9.9, false",
    "BREAKS, 1.10.0, false",
    "ADDS, 1.10.0, true"
  })
  void versionAdmitsNoMoreThanItSays(Weight weight, String version, boolean isAdmitted) {
    Contract current = version(changed(weight), version);

    assertThat(Review.of(RELEASED, current).isAdmitted()).isEqualTo(isAdmitted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1.0.0-SNAPSHOT", "v1.0.0", "1.0.0.0", ""})
  void versionIsThreeNumbers(String text) {
    assertThatThrownBy(() -> Version.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Contract changed(Weight weight) {
    return RELEASED.with(
        root -> {
          ObjectNode operation = (ObjectNode) root.at("/paths/~1v1~1kontaktinformation/get");
          if (weight == Weight.BREAKS) {
            operation.put("operationId", "hent");
          } else if (weight == Weight.ADDS) {
            operation.put("deprecated", true);
          } else if (weight == Weight.TEXT) {
            operation.put("summary", "Henter");
          }
        });
  }

  private static Contract version(Contract contract, String version) {
    return contract.with(root -> ((ObjectNode) root.at("/info")).put("version", version));
  }
}
