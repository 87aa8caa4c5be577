package dk.borgerkontakt.pages.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages hang together, load nothing from elsewhere, and show HTML rather than obey it. */
class SiteTest {

  private static final String HOSTILE = "<script>alert(1)</script>";

  @ParameterizedTest
  @CsvSource({"index, SERVED", "docs, SERVED", "docs, FILES", "snitflade, SERVED"})
  void anchorsAreUniqueAndLinksLeadToThem(String name, Edition edition) {
    Document page = Pages.page(name, edition);
    List<String> anchors = page.select("[id]").eachAttr("id");

    assertThat(anchors).doesNotHaveDuplicates();
    assertThat(page.select("a[href^=#]").eachAttr("href"))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(anchors).contains(link.substring(1)));
    assertThat(page.select("label").eachAttr("for")).isSubsetOf(anchors);
    assertThat(page.select("[aria-labelledby]").eachAttr("aria-labelledby")).isSubsetOf(anchors);
  }

  @ParameterizedTest
  @CsvSource({"index", "docs", "snitflade"})
  void headingsGoDownStepByStep(String name) {
    List<Integer> levels =
        Pages.page(name, Edition.SERVED).select("h1, h2, h3, h4, h5, h6").stream()
            .map(heading -> Integer.parseInt(heading.tagName().substring(1)))
            .toList();

    assertThat(levels).startsWith(1);
    assertThat(levels.subList(1, levels.size())).doesNotContain(1);
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"index", "docs", "snitflade"})
  void nothingInAPageNeedsALaxPolicy(String name) {
    Document page = Pages.page(name, Edition.SERVED);

    assertThat(page.select("style, [style], script:not([src]), iframe, base, form[action]"))
        .isEmpty();
    assertThat(page.getAllElements())
        .allMatch(
            it -> it.attributes().asList().stream().noneMatch(at -> at.getKey().startsWith("on")));
    assertThat(page.select("[src], link[href]"))
        .allMatch(it -> (it.attr("src") + it.attr("href")).startsWith("assets/"));
  }

  @ParameterizedTest
  @EnumSource
  void filesThatPagesCallAreThere(Edition edition, @TempDir Path folder) throws IOException {
    new Site(Pages.CONTRACT).write(folder, edition);

    for (String name : List.of("index.html", "docs.html", "snitflade.html")) {
      Document page = Jsoup.parse(folder.resolve(name));
      List<String> called = page.select("link[href]").eachAttr("href");
      called.addAll(page.select("[src]").eachAttr("src"));
      if (edition == Edition.FILES) {
        called.addAll(page.select("a[href]:not([href^=#], [href^=http])").eachAttr("href"));
      }
      assertThat(called).isNotEmpty().allSatisfy(it -> assertThat(folder.resolve(it)).exists());
    }
  }

  /** So that nothing of the contract, and no name in it, can become part of a page. */
  @ParameterizedTest
  @CsvSource({"index", "docs", "snitflade"})
  void htmlInTheContractIsShownAndNotObeyed(String name) {
    Contract hostile = Pages.CONTRACT.with(SiteTest::poison);

    Document page = Pages.page(hostile, name, Edition.SERVED);

    assertThat(page.select("script:not([src]), img")).isEmpty();
    assertThat(page.text()).contains(HOSTILE);
    assertThat(page.select("a[href^=javascript]")).isEmpty();
  }

  private static void poison(ObjectNode root) {
    Contract contract = new Contract(root);
    for (Place place : contract.at("").tree()) {
      if (place.node().isObject()) {
        poison(place, "description", "summary", "x-bemaerkning", "x-dfdg-navn", "example");
        poison(place, "title", "x-forekomst", "x-type", "x-dfdg-type", "tekst", "beskrivelse");
      }
    }
  }

  private static void poison(Place place, String... names) {
    for (String name : names) {
      if (place.node().path(name).isTextual()) {
        String text = place.text(name) + " " + HOSTILE + "\"'[x](javascript:alert(1))<img src=x>";
        ((ObjectNode) place.node()).set(name, TextNode.valueOf(text));
      }
    }
  }

  @Test
  void theBuildWritesBothEditions() {
    assertThat(Path.of("target/site/snitflade.html")).exists();
    assertThat(Files.exists(Path.of("target/classes/dk/borgerkontakt/pages/site/docs.html")))
        .isTrue();
  }
}
