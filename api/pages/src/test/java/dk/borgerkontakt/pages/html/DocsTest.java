package dk.borgerkontakt.pages.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The developers' page holds what it takes to call an operation and to read its answer. */
class DocsTest {

  private static final Document page = Pages.page("docs", Edition.SERVED);

  static Stream<Operation> operations() {
    return Pages.CONTRACT.operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void hasEveryParameterAndAFieldForIt(Operation operation) {
    List<String> names = operation.parameters().stream().map(place -> place.text("name")).toList();

    assertThat(texts("#" + operation.id() + "-parametre + table tbody th code"))
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(page.select("#" + operation.id() + " form [data-in]").eachAttr("name"))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void asksForRequiredParametersFirst() {
    for (Element form : page.select("form[data-operation]")) {
      List<Boolean> required =
          form.select("[data-in]").stream().map(field -> field.hasAttr("required")).toList();

      assertThat(required).startsWith(true).isSortedAccordingTo(Comparator.reverseOrder());
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void hasEveryResponseWithItsHeadersCodesAndExamples(Operation operation) throws IOException {
    for (Operation.Response response : operation.responses()) {
      Element answer = page.expectFirst("#" + operation.id() + "-" + response.status());

      response
          .place()
          .child("headers")
          .children()
          .forEach(header -> assertThat(answer.text()).contains("Header " + header.name()));
      List<Place> examples = new ArrayList<>();
      response
          .place()
          .child("content")
          .children()
          .forEach(content -> examples.addAll(content.child("examples").children()));
      List<Element> shown = answer.select("pre");
      assertThat(shown).hasSameSizeAs(examples);
      for (int i = 0; i < shown.size(); i++) {
        assertThat(new JsonMapper().readTree(shown.get(i).text()))
            .isEqualTo(Pages.CONTRACT.resolve(examples.get(i)).child("value").node());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void namesTheCauseOfEveryError(Operation operation) {
    List<Element> rows = page.select("#" + operation.id() + " .errors tbody tr");

    assertThat(rows.stream().map(row -> row.expectFirst("th a").text()))
        .isEqualTo(operation.codes().stream().map(String::valueOf).toList());
    assertThat(rows).allSatisfy(row -> assertThat(row.children().get(2).text()).isNotEmpty());
  }

  @Test
  void tellsTheCauseThatTheOperationHasOfItsOwn() {
    assertThat(page.select("#createKontaktinformation .errors tr:has(a[href=#fejl-9153])").text())
        .contains("En type i listen er ikke i kodelisten");
  }

  @Test
  void hasEverySchema() {
    for (Place schema : Pages.CONTRACT.components("schemas")) {
      Element part = page.selectFirst("#skema-" + schema.name());
      Element list = page.selectFirst("#kodeliste-" + schema.name());

      assertThat(part == null).as(schema.name()).isNotEqualTo(list == null);
      for (Place property : schema.child("properties").children()) {
        assertThat(texts("#skema-" + schema.name() + " th code")).contains(property.name());
      }
    }
  }

  @Test
  void saysWhatMayBeNullAndWhatIsRequired() {
    String kontaktdata =
        page.select("#skema-KontaktinformationDto tr:has(th:contains(kontaktdata))").first().text();

    assertThat(kontaktdata).contains("må være null", "tegn højst 254").doesNotContain("påkrævet");
    assertThat(page.select("#skema-RegistreretKontaktinformation .required")).hasSize(3);
  }

  @Test
  void encodesWhatStandsInAPath() {
    assertThat(page.expectFirst("#getKontaktinformationMobilNr-linje").text())
        .contains("/v1/kontaktinformation/mobiltelefon/%2B4520120002'");
    assertThat(page.expectFirst("#createKontaktinformation-linje").wholeText())
        .startsWith("curl -i -X POST 'http://127.0.0.1:8080/v1/kontaktinformation' \\\n")
        .contains("-H \"Authorization: Bearer $TOKEN\"")
        .contains("-d '{\"kontaktinformationer\":{\"kontaktinformation\":[{");
  }

  @Test
  void offersTheContractsExamplesAndCodeListsInItsForms() {
    assertThat(page.select("#createKontaktinformation-eksempel option").eachText())
        .containsExactly(
            "Mobiltelefon og mailadresse registreres",
            "Fastnet telefon ændres, og mobiltelefon slettes");
    assertThat(
            page.select("#getKontaktinformation-felt-x-requestUserTypeIdentifier option")
                .eachText())
        .containsExactly("Ikke sendt", "1 Citizen", "2 Sagsbehandler", "3 System", "4 Medarbejder");
  }

  @Test
  void asFilesItHasNothingToTryOut() {
    Document file = Pages.page("docs", Edition.FILES);

    assertThat(file.select("form, script, .panel")).isEmpty();
    assertThat(file.select("#skemaer, .operation")).hasSize(8);
  }

  private List<String> texts(String selector) {
    return page.select(selector).stream().map(Pages::text).toList();
  }
}
