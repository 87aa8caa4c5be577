package dk.borgerkontakt.review;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The contract as it is, against the one that clients have. */
class ReleasedContractTest {

  private static final Path RELEASED = Path.of("released", "openapi.yaml");
  private static final Path REPORTS = Path.of("target");

  @Test
  void versionSaysAsMuchAsHasChanged() throws IOException {
    Review review = Review.of(ContractFile.read(RELEASED), Contract.bundled());
    Files.writeString(REPORTS.resolve("contract-changes.md"), Report.markdown(review));
    Files.writeString(REPORTS.resolve("contract-changes.html"), Report.html(review));

    assertThat(review.isAdmitted()).as(Report.markdown(review)).isTrue();
  }
}
