package dk.borgerkontakt.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.contract.Contract;
import org.junit.jupiter.api.Test;

/** How the report reads. */
class ReportTest {

  private static final Contract RELEASED = Contract.bundled();
  private static final Contract CURRENT =
      RELEASED.with(
          root -> {
            ((ObjectNode) root.at("/info")).put("version", "1.4.0").put("title", "<Ny>");
            ((ObjectNode) root.at("/paths/~1v1~1kontaktinformation/get"))
                .put("summary", "Henter")
                .put("operationId", "hentKontaktinformation");
            ((ObjectNode) root.at("/paths/~1v1~1kontaktinformation~1status/post"))
                .put("deprecated", true);
          });

  private final Review review = Review.of(RELEASED, CURRENT);

  @Test
  void verdictComesFirstAndSaysWhatTheVersionHasToBe() {
    assertThat(Report.markdown(review))
        .startsWith("# Changes of the contract, " + review.released() + " to 1.4.0\n\nSome of what")
        .contains("Version 1.4.0 does not admit it: it has to be 2.0.0 at least.");
  }

  @Test
  void changesAreByOperationAndBreaksComeFirst() {
    assertThat(Report.markdown(review))
        .containsSubsequence(
            "## hentKontaktinformation (GET /v1/kontaktinformation)",
            "**breaks**: generated clients",
            "text: reads otherwise: summary",
            "## updateKontaktinformation (POST /v1/kontaktinformation/status)",
            "adds: deprecated is true",
            "## The contract as a whole",
            "text: info: reads otherwise: title");
  }

  @Test
  void sameReportIsAPage() {
    assertThat(Report.html(review))
        .contains("<h2>The contract as a whole</h2>", "<strong>breaks</strong>")
        .doesNotContain("**");
  }

  @Test
  void sameContractHasNothingToReport() {
    Review none = Review.of(RELEASED, RELEASED);

    assertThat(none.groups()).isEmpty();
    assertThat(none.isAdmitted()).isTrue();
    assertThat(Report.markdown(none)).contains("Nothing has changed.");
  }
}
