package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.server.config.source.Endpoint;
import dk.borgerkontakt.server.container.FreePort;
import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.RawConnection;
import dk.borgerkontakt.server.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a balancer sees of a copy that is told to stop, for as long as the delay lasts. */
class DrainingTest {

  private final URI management = FreePort.baseUri(new Endpoint("127.0.0.1", 0), false);
  private final TestServer server =
      TestServer.with()
          .setting("borgerkontakt.http.shutdown-delay", "PT1H")
          .setting("borgerkontakt.management.port", Integer.toString(management.getPort()))
          .start();

  /** The test ends the delay, which nothing else would do in time. */
  private final Thread stop = new Thread(server::close);

  @Test
  void servesOnAsNotReadyAndEndsItsConnections() throws Exception {
    try (RawConnection before = server.connect()) {
      assertThat(ask(before).headers()).doesNotContainKey("Connection");
      assertThat(statusOf("/health/ready")).isEqualTo(200);

      stop.start();
      Await.until("not ready", () -> Optional.of(statusOf("/health/ready")).filter(s -> s == 503));

      assertThat(statusOf("/health/live")).isEqualTo(200);
      assertIsTheLast(before);
      try (RawConnection late = server.connect()) {
        assertIsTheLast(late);
      }
    } finally {
      stop.interrupt();
      stop.join();
    }
    assertThatThrownBy(() -> new Socket(server.baseUri().getHost(), server.baseUri().getPort()))
        .isInstanceOf(IOException.class);
  }

  private static void assertIsTheLast(RawConnection connection) {
    Answer answer = ask(connection);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Connection")).isEqualTo("close");
    assertThatThrownBy(() -> connection.read("GET"))
        .hasMessageContaining("the server closed the connection");
  }

  private static Answer ask(RawConnection connection) {
    return connection.exchange("GET", "/openapi.json", List.of(), "");
  }

  private int statusOf(String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(management.resolve(path)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
