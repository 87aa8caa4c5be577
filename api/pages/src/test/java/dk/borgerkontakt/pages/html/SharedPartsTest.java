package dk.borgerkontakt.pages.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.contract.Place;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What both pages of the contract have: errors, code lists, scopes, limits, the general text. */
class SharedPartsTest {

  @ParameterizedTest
  @ValueSource(strings = {"docs", "snitflade"})
  void haveTheWholeErrorCatalogue(String name) {
    Document page = Pages.page(name, Edition.SERVED);

    Pages.CONTRACT
        .catalogue()
        .forEach(
            (code, entry) -> {
              Element row = page.expectFirst("#fejl-" + code);
              assertThat(row.children().get(1).text()).isEqualTo(text(entry, "tekst"));
              assertThat(row.children().get(2).text()).isEqualTo(text(entry, "beskrivelse"));
              assertThat(row.children().get(3).text()).isEqualTo(text(entry, "status"));
              assertThat(row.select(".local").size()).isEqualTo(code >= 90000 ? 1 : 0);
            });
  }

  private static String text(JsonNode entry, String name) {
    return entry.path(name).asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs", "snitflade"})
  void haveEveryValueOfEveryCodeList(String name) {
    Document page = Pages.page(name, Edition.SERVED);
    List<Place> lists =
        Pages.CONTRACT.components("schemas").stream()
            .filter(schema -> schema.node().has("x-enum-descriptions"))
            .toList();

    assertThat(lists).hasSize(4);
    for (Place list : lists) {
      List<List<String>> rows =
          page.select("#kodeliste-" + list.name() + " tbody tr").stream()
              .map(row -> row.children().subList(0, 3).stream().map(Element::text).toList())
              .toList();
      assertThat(rows).hasSize(list.node().path("enum").size());
      for (int i = 0; i < rows.size(); i++) {
        assertThat(rows.get(i))
            .containsExactly(
                list.node().path("enum").get(i).asText(),
                list.node().path("x-enum-varnames").get(i).asText(),
                list.node().path("x-enum-descriptions").get(i).asText());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs", "snitflade"})
  void haveScopesLimitsAndVersion(String name) {
    String text = Pages.text(Pages.page(name, Edition.SERVED).body());

    assertThat(text)
        .contains(Pages.CONTRACT.at("/info/title").node().asText())
        .contains("Version " + Pages.CONTRACT.at("/info/version").node().asText());
    Pages.CONTRACT
        .at("/components/securitySchemes/dfdg/flows/clientCredentials/scopes")
        .children()
        .forEach(scope -> assertThat(text).contains(scope.name(), scope.node().asText()));
    Pages.CONTRACT
        .at("/x-graenser")
        .children()
        .forEach(limit -> assertThat(text).contains(limit.name() + " " + limit.node().asText()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs", "snitflade"})
  void haveTheGeneralTextWithItsHeadingsAndTables(String name) {
    Document page = Pages.page(name, Edition.SERVED);
    String description = Pages.CONTRACT.at("/info/description").node().asText();
    List<String> headings =
        description
            .lines()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3))
            .toList();

    assertThat(page.select("#generelt h3").eachText()).isEqualTo(headings);
    assertThat(page.select("#generelt table")).hasSize(2);
    assertThat(page.select("#generelt ol li")).hasSize(12);
  }
}
