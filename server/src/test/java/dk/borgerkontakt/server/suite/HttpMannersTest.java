package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Call;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Operation;
import dk.borgerkontakt.server.testing.RawConnection;
import dk.borgerkontakt.server.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods, addresses, HEAD, OPTIONS, and what may be kept on the way. */
class HttpMannersTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private static final String CITIZEN = "0307809003";

  private final Caller star = server.as("star");

  @ParameterizedTest
  @CsvSource({
    "/v1/kontaktinformation, 'GET, HEAD, POST'",
    "/v1/kontaktinformation/status, POST",
    "/v1/kontaktinformation/verifikationskode, POST",
    "/v1/kontaktinformation/verificering, POST",
    "/v1/kontaktinformation/mobiltelefon/20120002, 'GET, HEAD'",
    "/v1/kontaktinformation/emailaddresse/borger2@example.dk, 'GET, HEAD'"
  })
  void otherMethodsAre405WithTheOnesThatAreKnown(String path, String allow) {
    List<String> known = List.of(allow.split(", "));
    for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "X")) {
      if (!known.contains(method)) {
        Answer answer = star.call(method, path).cpr(CITIZEN).illFormed().send();

        assertThat(answer.status()).as(method).isEqualTo(405);
        assertThat(List.of(answer.header("Allow").split(", ?")))
            .containsExactlyInAnyOrderElementsOf(known);
        assertThat(answer.outcome()).isEqualTo(method.equals("HEAD") ? 405 : 90005);
      }
    }
  }

  @Test
  void traceIsNotAllowed() {
    try (RawConnection connection = server.connect()) {
      Answer answer = connection.exchange("TRACE", Caller.PATH, List.of(), "");

      assertThat(answer.status()).isEqualTo(405);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1",
        "/v1/",
        "/v2/kontaktinformation",
        "/v1/kontaktinformationer",
        "/v1/kontaktinformation/0107809001",
        "/v1/kontaktinformation/status/1",
        "/v1/kontaktinformation/mobiltelefon/20120002/mere",
        "/V1/kontaktinformation",
        "/v1/Kontaktinformation",
        "/favicon.ico",
        "/application.wadl",
        "/health/live",
        "/metrics",
        "/v1/kontaktinformation/%2e%2e/status",
        "/openapi.yml",
        "/%00"
      })
  void anUnknownAddressIs90004(String path) {
    Answer answer = star.get(path).cpr(CITIZEN).illFormed().send();

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.outcome()).isEqualTo(90004);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mobiltelefon", "mobiltelefon/", "emailaddresse", "emailaddresse/"})
  void aLookUpWithoutAnythingToLookForIs90004(String path) {
    assertThat(star.get(Caller.PATH + "/" + path).illFormed().send().outcome()).isEqualTo(90004);
  }

  @Test
  void headAnswersLikeGetWithoutABody() {
    Answer get = star.read(CITIZEN).send();
    Answer head = star.call("HEAD", Caller.PATH).cpr(CITIZEN).send();

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    assertThat(head.header("Cache-Control")).isEqualTo("no-store");
    assertThat(head.body()).isEmpty();
  }

  @Test
  void headIsRefusedLikeGetWithoutABody() {
    Answer unknown = star.call("HEAD", Caller.PATH).cpr("0000000000").send();
    Answer invalid = star.call("HEAD", Caller.MOBILE + "abc").illFormed().send();
    Answer anonymous =
        star.call("HEAD", Caller.PATH).without("Authorization").cpr(CITIZEN).illFormed().send();

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(invalid.status()).isEqualTo(400);
    assertThat(anonymous.status()).isEqualTo(401);
    assertThat(anonymous.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void headOnAKeptConnectionLeavesNothingBehind() {
    List<String> headers =
        List.of(
            "Authorization: Bearer " + server.token("star"),
            "x-civilregistrationIdentifier: " + CITIZEN);
    try (RawConnection connection = server.connect()) {
      connection.exchange("HEAD", Caller.PATH, headers, "");
      connection.exchange("HEAD", "/v1/ukendt", headers, "");

      Answer get = connection.exchange("GET", Caller.PATH, headers, "");

      assertThat(get.status()).isEqualTo(200);
      assertThat(get.kontaktinformation()).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Åse Ærø", "\"quoted\"", "a, b", "x\ty"})
  void anyTextMayNameTheUser(String user) {
    List<String> headers =
        List.of(
            "Authorization: Bearer " + server.token("star"),
            "x-civilregistrationIdentifier: " + CITIZEN,
            "x-userIdentifier: " + user);
    try (RawConnection connection = server.connect()) {
      assertThat(connection.exchange("GET", Caller.PATH, headers, "").status()).isEqualTo(200);
    }
  }

  /** A NUL is no text to every database. */
  @ParameterizedTest
  @ValueSource(strings = {"x-userIdentifier", "x-requestId", "x-civilregistrationIdentifier"})
  void aNulIsNoText(String header) {
    List<String> headers =
        List.of(
            "Authorization: Bearer " + server.token("star"),
            "Content-Type: application/json",
            "Content-Length: 21",
            header + ": a\u0000b");
    try (RawConnection connection = server.connect()) {
      connection.write("POST", Caller.CODE, headers, "{\"kontaktdataType\": 1}");

      assertThat(connection.read("POST").status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingMayBeStoredOnTheWay(Operation operation) {
    Answer refused = operation.call(star, "0107809001").without("Authorization").illFormed().send();
    Answer answer = operation.call(star, "0107809001").send();

    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void anAnswerTellsNothingOfTheServer() {
    Answer answer = star.read(CITIZEN).send();

    assertThat(answer.headers()).doesNotContainKeys("Server", "X-Powered-By");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.yaml", "/openapi.json"})
  void theContractIsOpenToEverybodyAndEveryPage(String path) {
    Answer get = star.get(path).without("Authorization").header("Origin", "https://x.dk").send();
    Answer options = star.call("OPTIONS", path).without("Authorization").send();
    Answer head = star.call("HEAD", path).without("Authorization").send();

    assertThat(get.status()).isEqualTo(200);
    assertThat(get.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(get.text()).contains("getKontaktinformationMobilNr");
    assertThat(options.status()).isLessThan(300);
    assertThat(options.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void theOperationsAreNotOpenToOtherPages() {
    Call call = star.read(CITIZEN).header("Origin", "https://x.dk");

    assertThat(call.send().headers()).doesNotContainKey("Access-Control-Allow-Origin");
  }
}
