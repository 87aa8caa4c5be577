package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Bodies;
import dk.borgerkontakt.server.testing.Call;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Operation;
import dk.borgerkontakt.server.testing.RawConnection;
import dk.borgerkontakt.server.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies on the wire: their size, their media type, what is asked for, and the Upgrade header. */
class BodyTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private static final Duration NO_STALL = Duration.ofSeconds(2);
  private static final byte[] TOO_LARGE =
      " ".repeat((1 << 20) + 1).getBytes(StandardCharsets.UTF_8);

  private final Caller akasse = server.as("akasse-11");
  private final String citizen = server.register().newCitizen();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Upgrade: h2c\nConnection: Upgrade, HTTP2-Settings\nHTTP2-Settings: AAMAAABk",
        "Upgrade: websocket\nConnection: Upgrade",
        "Upgrade: TLS/1.2"
      })
  void anUpgradeHeaderStallsNothingAndKeepsTheConnection(String upgrade) {
    String body = Bodies.create(1, "20120002");
    List<String> headers = headers(body.length());
    headers.addAll(List.of(upgrade.split("\n")));
    try (RawConnection connection = server.connect()) {
      for (int i = 0; i < 3; i++) {
        long start = System.nanoTime();

        Answer answer = connection.exchange("POST", Caller.PATH, headers, body);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(NO_STALL);
      }
    }
  }

  @Test
  void manyRequestsShareAConnection() {
    String body = Bodies.create(1, "20120002");
    try (RawConnection connection = server.connect()) {
      for (int i = 0; i < 300; i++) {
        assertThat(connection.exchange("POST", Caller.PATH, headers(body.length()), body).status())
            .isEqualTo(204);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBodyThatIsTooLargeIs90007(Operation operation) {
    assertThat(large(operation, BodyPublishers.ofByteArray(TOO_LARGE))).isEqualTo(90007);
    assertThat(
            large(
                operation, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TOO_LARGE))))
        .isEqualTo(90007);
  }

  @Test
  void aBodyThatOnlyClaimsToBeTooLargeIsRefusedWithoutWaitingForIt() {
    try (RawConnection connection = server.connect()) {
      connection.write("POST", Caller.PATH, headers(2_000_000_000), "{");

      long start = System.nanoTime();
      assertThat(connection.read("POST").status()).isEqualTo(413);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(NO_STALL);
    }
  }

  @Test
  void aBodyOfExactlyAMebibyteIsRead() {
    String body = Bodies.create(1, "20120002");
    String padded = body + " ".repeat((1 << 20) - body.length());

    assertThat(akasse.post(Caller.PATH, padded).cpr(citizen).send().status()).isEqualTo(204);
  }

  @Test
  void aBodyInPiecesIsRead() {
    byte[] body = Bodies.create(1, "20120002").getBytes(StandardCharsets.UTF_8);
    BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));

    Call call = akasse.call("POST", Caller.PATH).body("application/json", chunked).cpr(citizen);

    assertThat(call.send().status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, 90006",
    "application/xml, 90006",
    "application/x-www-form-urlencoded, 90006",
    "application/problem+json, 90006",
    "text/json, 90006",
    "multipart/form-data; boundary=x, 90006",
    "application/json, 204",
    "application/json; charset=utf-8, 204",
    "Application/JSON;charset=UTF-8, 204"
  })
  void onlyJsonIsRead(String type, int outcome) {
    for (Operation operation :
        List.of(Operation.CREATE, Operation.STATUS, Operation.CODE, Operation.VERIFY)) {
      BodyPublisher body = BodyPublishers.ofString(Bodies.create(1, null));
      Call call = akasse.call("POST", operation.path()).body(type, body).cpr(citizen);

      int answered = call.illFormed().send().outcome();

      assertThat(answered)
          .isEqualTo(outcome == 204 && operation != Operation.CREATE ? 1014 : outcome);
    }
  }

  @Test
  void whoAsksFirstIsToldToGoOn() {
    String body = Bodies.create(1, "20120002");
    List<String> headers = headers(body.length());
    headers.add("Expect: 100-continue");
    try (RawConnection connection = server.connect()) {
      connection.write("POST", Caller.PATH, headers, "");
      assertThat(connection.read("HEAD").status()).isEqualTo(100);
      connection.write(body);

      assertThat(connection.read("POST").status()).isEqualTo(204);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GET", "BY_MOBILE", "BY_EMAIL"})
  void theBodyOfAReadIsIgnored(Operation operation) {
    BodyPublisher body = BodyPublishers.ofString("{}");
    Call call =
        server.as("star").call(operation.method(), operation.path()).body("application/json", body);

    assertThat(call.cpr("0307809003").illFormed().send().status()).isEqualTo(200);
  }

  @Test
  void aBodyWithoutAMediaTypeOrWithACodingIs90006() {
    Call untyped = akasse.create(citizen, 1, null).without("Content-Type");
    Call zipped = akasse.create(citizen, 1, null).header("Content-Encoding", "gzip");

    assertThat(untyped.illFormed().send().outcome()).isEqualTo(90006);
    assertThat(zipped.illFormed().send().outcome()).isEqualTo(90006);
  }

  @Test
  void noBodyAtAllIsAFaultOfTheMessage() {
    Call empty = akasse.call("POST", Caller.CODE).header("Content-Type", "application/json");

    assertThat(empty.cpr(citizen).illFormed().send().outcome()).isEqualTo(1014);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "*/*",
        "application/*",
        "application/problem+json",
        "application/json, text/plain;q=0.5",
        "text/html, */*;q=0.1",
        "application/json;charset=utf-8"
      })
  void whoTakesJsonIsAnswered(String accept) {
    assertThat(akasse.create(citizen, 1, "20120002").header("Accept", accept).send().status())
        .isEqualTo(204);
    assertThat(akasse.create(citizen, 1, "12").header("Accept", accept).send().outcome())
        .isEqualTo(9156);
    if (!accept.equals("application/problem+json")) {
      Answer read = akasse.read(citizen).header("Accept", accept).send();
      assertThat(read.status()).isEqualTo(200);
      assertThat(read.header("Content-Type")).startsWith("application/json");
      assertThat(read.kontaktinformation()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoTakesNoJsonIsNotAnswered(Operation operation) {
    for (String accept :
        List.of("image/png", "text/html", "application/xml;q=1, text/*", "application/json;q=0")) {
      Call call = operation.call(akasse, citizen).header("Accept", accept);

      assertThat(call.send().outcome()).isEqualTo(90010);
    }
    assertThat(akasse.read(citizen).send().outcome()).isEqualTo(9159);
  }

  private int large(Operation operation, BodyPublisher body) {
    Call call = akasse.call(operation.method(), operation.path()).body("application/json", body);
    return call.cpr(citizen).illFormed().send().outcome();
  }

  private List<String> headers(int length) {
    return new ArrayList<>(
        List.of(
            "Authorization: Bearer " + server.token("akasse-11"),
            "x-civilregistrationIdentifier: " + citizen,
            "Content-Type: application/json",
            "Content-Length: " + length));
  }
}
