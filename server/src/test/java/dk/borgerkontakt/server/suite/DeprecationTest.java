package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Call;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A contract in which one look-up is on its way out, and one write has its end decided. */
class DeprecationTest {

  private static final String LOOK_UP =
      "/paths/~1v1~1kontaktinformation~1mobiltelefon~1{mobiltelefon}/get";
  private static final String WRITE = "/paths/~1v1~1kontaktinformation~1status/post";

  @AutoClose
  private static final TestServer server =
      TestServer.with()
          .contract(
              document -> {
                deprecate(document, LOOK_UP, "2027-01-01", null);
                deprecate(document, WRITE, "2026-02-03", "2028-01-01");
              })
          .start();

  private final Caller star = server.as("star");

  @ParameterizedTest
  @CsvSource({"GET, +4520120002, 200", "HEAD, +4520120002, 200", "GET, 1;x, 400", "GET, %2F, 400"})
  void everyAnswerOfTheOperationTellsSinceWhen(String method, String number, int status) {
    Answer answer = star.call(method, Caller.MOBILE + number).illFormed().send();

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Deprecation")).isEqualTo("@1798761600");
    assertThat(answer.header("Sunset")).isNull();
    assertThat(answer.header("Link"))
        .isEqualTo("</snitflade#getKontaktinformationMobilNr>; rel=\"deprecation\"");
  }

  /** By the gate, and by what comes before it: size, media types. */
  @ParameterizedTest
  @CsvSource({"'', 401", "Content-Encoding, 415", "Content-Type, 415", "size, 413"})
  void soDoesEveryRefusal(String fault, int status) {
    Call call = star.post(Caller.STATUS, "{}").illFormed();
    Answer answer =
        switch (fault) {
          case "size" -> call.json("x".repeat(1_048_577)).send();
          case "Content-Encoding" -> call.header(fault, "gzip").send();
          case "Content-Type" -> call.body("text/plain", BodyPublishers.ofString("x")).send();
          default -> call.without("Authorization").send();
        };

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Deprecation")).isEqualTo("@1770076800");
    assertThat(answer.header("Sunset")).isEqualTo("Sat, 01 Jan 2028 00:00:00 GMT");
  }

  @Test
  void anAnswerThatNobodyTakesTellsItToo() {
    Answer answer =
        star.get(Caller.MOBILE + "20120002").header("Accept", "image/png").illFormed().send();

    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.header("Deprecation")).isEqualTo("@1798761600");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/kontaktinformation, 400",
    "GET, /v1/kontaktinformation/emailaddresse/x@example.dk, 200",
    "PUT, /v1/kontaktinformation/status, 405",
    "OPTIONS, /v1/kontaktinformation/mobiltelefon/20120002, 405",
    "GET, /v1/kontaktinformation/mobiltelefon/, 404",
    "GET, /v1/kontaktinformation/mobiltelefon/1/2, 404",
    "GET, /openapi.json, 200"
  })
  void nothingElseIsDeprecated(String method, String path, int status) {
    Answer answer = star.call(method, path).illFormed().send();

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers()).doesNotContainKeys("Deprecation", "Sunset", "Link");
  }

  @Test
  void aDeprecationWithoutItsDateStopsTheStart() {
    ObjectNode document = Contract.bundledDocument().deepCopy();
    ((ObjectNode) document.at(LOOK_UP)).put("deprecated", true);

    assertThatThrownBy(() -> new Contract(document)).hasMessageContaining("x-deprecation");
  }

  /** The headers are declared, so that the check of each exchange asks for them too. */
  private static void deprecate(ObjectNode document, String at, String since, String sunset) {
    ObjectNode operation = (ObjectNode) document.at(at);
    operation.put("deprecated", true).put("x-deprecation", since);
    if (sunset != null) {
      operation.put("x-sunset", sunset);
    }
    ObjectNode responses = (ObjectNode) operation.get("responses");
    for (String status : responses.properties().stream().map(one -> one.getKey()).toList()) {
      String reference = responses.get(status).path("$ref").asText("#").substring(1);
      JsonNode shared = reference.isEmpty() ? responses.get(status) : document.at(reference);
      responses.set(status, shared.deepCopy());
      if (!status.equals("405") && !reference.endsWith("/UkendtRessource")) {
        declare(responses.get(status), "Deprecation", "^@[0-9]+$");
        declare(responses.get(status), "Link", "^<.+>; rel=\"deprecation\"$");
        if (sunset != null) {
          declare(responses.get(status), "Sunset", "^[A-Z][a-z]{2}, [0-9]{2} .+ GMT$");
        }
      }
    }
  }

  private static void declare(JsonNode response, String name, String pattern) {
    ObjectNode header = ((ObjectNode) response.get("headers")).putObject(name);
    header.put("required", true).putObject("schema").put("type", "string").put("pattern", pattern);
  }
}
