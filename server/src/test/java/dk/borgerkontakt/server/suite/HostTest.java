package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.RawConnection;
import dk.borgerkontakt.server.testing.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever name the service is reached by, it answers; what is no name is no request. */
class HostTest {

  @AutoClose private static final TestServer server = TestServer.start();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: x",
        "Host: my_service",
        "Host: a_b:8080",
        "Host: 1.2.3",
        "Host: x..y",
        "Host: -x",
        "Host: x:",
        "Host: [::1]:80",
        "Host: ",
        "host: xn--bl-yia.dk"
      })
  void nameDoesNotMatter(String header) {
    assertThat(status("/docs", header)).isEqualTo(200);
    assertThat(status("/v1/kontaktinformation", header)).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: a b",
        "Host: x:zz",
        "Host: x:-1",
        "Host: x:123456",
        "Host: [::1]:x",
        "Host: [::1",
        "Host: x/v1/kontaktinformation?",
        "Host: x#",
        "Host: a?b",
        "Host: x@y",
        "Host: a/b",
        "Host: æ",
        "Host: x|Host: y"
      })
  void whatIsNoNameIsRefused(String headers) {
    assertThat(status("/docs", headers)).isEqualTo(400);
    assertThat(status("/v1/kontaktinformation", headers)).isEqualTo(400);
  }

  private static int status(String path, String headers) {
    try (RawConnection connection = server.connect()) {
      connection.write("GET " + path + " HTTP/1.1\r\n" + headers.replace("|", "\r\n") + "\r\n\r\n");
      return connection.read("GET").status();
    }
  }
}
