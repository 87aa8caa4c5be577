package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Call;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.RawConnection;
import dk.borgerkontakt.server.testing.TestServer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract for people: open, safe in a browser, kept by it, and nothing besides. */
class PagesTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(assets/[^\"]+)\"");

  private final Caller nobody = server.as("star");

  private Call get(String path) {
    return nobody.get(path).without("Authorization");
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html;charset=utf-8, Det første kald",
    "/docs, text/html;charset=utf-8, Hent et token til prøvekald",
    "/snitflade, text/html;charset=utf-8, Tilladte organisationer",
    "/assets/site.css, text/css;charset=utf-8, :root",
    "/assets/docs.js, text/javascript;charset=utf-8, openPanel",
    "/assets/icon.svg, image/svg+xml, <svg"
  })
  void arePagesWithTheirTypeAndASafePolicy(String path, String type, String content) {
    Answer answer = get(path).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualToIgnoringCase(type);
    assertThat(answer.text()).contains(content);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "data:", "http:", "*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs", "/snitflade", "/assets/site.css"})
  void headAnswersLikeGetWithoutABody(String path) {
    Answer get = get(path).send();
    Answer head = nobody.call("HEAD", path).without("Authorization").send();

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String header : List.of("Content-Type", "ETag", "Content-Security-Policy")) {
      assertThat(head.header(header)).as(header).isEqualTo(get.header(header));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs", "/snitflade", "/assets/docs.js"})
  void whoHasThePageGetsItOnlyWhenItIsAnother(String path) {
    String tag = get(path).send().header("ETag");

    Answer same = get(path).header("If-None-Match", tag).send();
    Answer other = get(path).header("If-None-Match", "\"another\"").send();

    assertThat(same.status()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(same.header("ETag")).isEqualTo(tag);
    assertThat(same.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(other.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "If-None-Match; W/\"another\", W/{}; 304",
        "If-None-Match; *; 304",
        "If-None-Match; garbage; 200",
        "If-None-Match; \"; 200",
        "If-Match; garbage; 200",
        "If-Match; \"another\"; 200"
      })
  void conditionsAreReadOrPassedOver(String header, String value, int status) {
    String tag = get("/docs").send().header("ETag");

    Answer answer = get("/docs").header(header, value.replace("{}", tag)).send();

    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void whatPagesLoadIsThere() {
    List<String> assets =
        List.of("/", "/docs", "/snitflade").stream()
            .flatMap(page -> ASSET.matcher(get(page).send().text()).results())
            .map(found -> found.group(1))
            .distinct()
            .toList();

    assertThat(assets)
        .contains("assets/site.css", "assets/docs.js")
        .allSatisfy(it -> assertThat(get("/" + it).send().status()).isEqualTo(200));
    assertThat(imports("/assets/docs.js")).containsExactlyInAnyOrder("token.js", "call.js");
    assertThat(imports("/assets/docs.js"))
        .allSatisfy(it -> assertThat(get("/assets/" + it).send().status()).isEqualTo(200));
  }

  private List<String> imports(String script) {
    return Pattern.compile("from '\\./([^']+)'")
        .matcher(get(script).send().text())
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @Test
  void aProgramThatAsksForTheFirstPageIsToldWhatThereIs() {
    Answer answer = get("/").header("Accept", "application/json").send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("docs").asText()).isEqualTo("docs");
    assertThat(answer.json().path("openapi").asText()).isEqualTo("openapi.yaml");
    assertThat(answer.json().path("version").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/, image/png", "/docs, application/json", "/snitflade, image/png"})
  void whatCannotBeAnsweredIs90010(String path, String accept) {
    Answer answer = get(path).header("Accept", accept).send();

    assertThat(answer.status()).isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/docs/",
        "/snitflade/",
        "/docs.html",
        "/index.html",
        "/index.json",
        "/assets",
        "/assets/",
        "/assets/ukendt.css",
        "/assets/..%2Findex.html",
        "/assets/%2e%2e/docs.html",
        "/assets/site.css/mere",
        "/assets/..%2F..%2F..%2Fopenapi.json"
      })
  void anythingElseIs90004(String path) {
    Answer answer = get(path).send();

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.outcome()).isEqualTo(90004);
  }

  @Test
  void aPathUpwardsLeadsNowhere() {
    try (RawConnection connection = server.connect()) {
      assertThat(connection.exchange("GET", "/assets/../docs.html", List.of(), "").status())
          .isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs", "/snitflade", "/assets/site.css"})
  void otherMethodsAre405(String path) {
    for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS")) {
      Answer answer = nobody.call(method, path).without("Authorization").send();

      assertThat(answer.status()).as(method).isEqualTo(405);
      assertThat(List.of(answer.header("Allow").split(", ?"))).contains("GET", "HEAD");
    }
  }
}
