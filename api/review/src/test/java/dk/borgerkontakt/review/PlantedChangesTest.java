package dk.borgerkontakt.review;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.contract.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of change is found, weighed, and told in words that a client understands. */
class PlantedChangesTest {

  private static final Contract RELEASED = Contract.bundled();

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void changeIsWeighedAndTold(PlantedChange change) {
    Review review = Review.of(RELEASED, change.plantIn(RELEASED));

    assertThat(Report.markdown(review).lines()).contains(change.line());
    assertThat(review.weight()).contains(change.weight());
    assertThat(review.isAdmitted()).isFalse();
    assertThat(review.least()).isEqualTo(review.released().after(change.weight()));
    // So that a newer openapi-diff, which sees more or less, is noticed.
    assertThat(review.secondOpinion().verdict()).hasToString(change.library());
  }

  static List<PlantedChange> changes() throws IOException {
    try (InputStream file = PlantedChange.class.getResourceAsStream("/planted-changes.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(PlantedChange::of)
          .toList();
    }
  }
}
