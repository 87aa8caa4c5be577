package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.testing.Answer;
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

/** Whatever the port answers, it names the version of the contract. */
class VersionHeaderTest {

  private static final String VERSION = Contract.bundled().version();

  @AutoClose private static final TestServer server = TestServer.start();

  private final Caller star = server.as("star");

  @ParameterizedTest
  @EnumSource
  void everyOperationNamesTheVersion(Operation operation) {
    assertThat(operation.call(star, "0107809001").send().header("API-Version")).isEqualTo(VERSION);
    assertThat(
            operation
                .call(star, "0107809001")
                .without("Authorization")
                .illFormed()
                .send()
                .header("API-Version"))
        .isEqualTo(VERSION);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /openapi.yaml, 200",
    "HEAD, /openapi.json, 200",
    "OPTIONS, /openapi.json, 204",
    "POST, /openapi.json, 405",
    "POST, /oauth2/token, 400",
    "GET, /oauth2/token, 405",
    "GET, /.well-known/oauth-authorization-server, 200",
    "GET, /ukendt, 404",
    "HEAD, /ukendt, 404",
    "PUT, /v1/kontaktinformation, 405",
    "HEAD, /v1/kontaktinformation/status, 405",
    "GET, /v1/kontaktinformation/mobiltelefon/, 404"
  })
  void soDoesWhatIsNoOperation(String method, String path, int status) {
    Answer answer = star.call(method, path).illFormed().send();

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("API-Version")).isEqualTo(VERSION);
  }

  /** By the guard, by the container, and by the parser below it. */
  @ParameterizedTest
  @CsvSource({
    "GET /%zz HTTP/1.1|Host: x, 400",
    "GET / HTTP/1.1|Host: a b, 400",
    "GET / HTTP/1.1|Host: x|a b: c, 400",
    "POST / HTTP/1.1|Host: x|Expect: other|Content-Length: 2, 417",
    "GET / HTTP/1.1, 400",
    "GET / HTTP/3.0|Host: x, 505",
    "POST / HTTP/1.1|Host: x|Content-Length: x, 400",
    "POST / HTTP/1.1|Host: x|Content-Length: 1|Content-Length: 2, 400",
    "POST / HTTP/1.1|Host: x|Transfer-Encoding: gzip, 400",
    "TRACE / HTTP/1.1|Host: x, 405"
  })
  void soDoesTheRefusalOfAMessageThatIsNone(String message, int status) {
    try (RawConnection connection = server.connect()) {
      connection.write(message.replace("|", "\r\n") + "\r\n\r\n");
      Answer answer = connection.read("GET");

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.header("API-Version")).isEqualTo(VERSION);
    }
  }

  @Test
  void soDoTheRefusalsOfBrokenChunksAndTooLongHeaders() {
    List<String> messages =
        List.of(
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n\r\n",
            "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    for (String message : messages) {
      try (RawConnection connection = server.connect()) {
        connection.write(message);
        Answer answer = connection.read("GET");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("API-Version")).isEqualTo(VERSION);
      }
    }
  }
}
