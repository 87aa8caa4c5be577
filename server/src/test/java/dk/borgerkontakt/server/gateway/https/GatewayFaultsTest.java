package dk.borgerkontakt.server.gateway.https;

import static dk.borgerkontakt.server.gateway.https.GatewayFixture.UDLOEBER;
import static dk.borgerkontakt.server.gateway.https.GatewayFixture.gateway;
import static dk.borgerkontakt.server.gateway.https.GatewayFixture.message;
import static dk.borgerkontakt.server.gateway.https.ScriptedServer.hang;
import static dk.borgerkontakt.server.gateway.https.ScriptedServer.readRequest;
import static dk.borgerkontakt.server.gateway.https.ScriptedServer.writeForEver;
import static dk.borgerkontakt.server.testing.SocketServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dk.borgerkontakt.server.gateway.https.ScriptedServer.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gateway that breaks in any way costs an attempt, its timeout at most, and no connection. */
class GatewayFaultsTest {

  private static final Duration TIMEOUT = Duration.ofMillis(400);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";

  /** What the gateway does with a connection. */
  enum Fault implements Script {
    HANGS_AT_ONCE {
      @Override
      public void play(InputStream in, OutputStream out) throws IOException {
        hang(in);
      }
    },
    HANGS_IN_HEAD {
      @Override
      public void play(InputStream in, OutputStream out) throws IOException {
        readRequest(in);
        write(out, "HTTP/1.1 200 OK\r\nContent-Le");
        hang(in);
      }
    },
    HANGS_IN_BODY {
      @Override
      public void play(InputStream in, OutputStream out) throws IOException {
        readRequest(in);
        write(out, HEAD + "Content-Length: 100\r\n\r\n{\"status\":");
        hang(in);
      }
    },
    TRICKLES_HEAD {
      @Override
      public void play(InputStream in, OutputStream out) throws IOException {
        readRequest(in);
        write(out, HEAD + "X: ");
        writeForEver(out, "x", 20);
      }
    },
    TRICKLES_BODY {
      @Override
      public void play(InputStream in, OutputStream out) throws IOException {
        readRequest(in);
        write(out, CHUNKED);
        writeForEver(out, "1\r\n \r\n", 20);
      }
    },
    DROPS_AT_ONCE {
      @Override
      public void play(InputStream in, OutputStream out) {
        // The connection ends with the script.
      }
    },
    DROPS_IN_REQUEST {
      @Override
      public void play(InputStream in, OutputStream out) throws IOException {
        in.readNBytes(20);
      }
    },
    DROPS_BEFORE_ANSWER {
      @Override
      public void play(InputStream in, OutputStream out) throws IOException {
        readRequest(in);
      }
    },
    DROPS_IN_HEAD {
      @Override
      public void play(InputStream in, OutputStream out) throws IOException {
        readRequest(in);
        write(out, "HTTP/1.1 200 OK\r\nContent-Le");
      }
    },
    DROPS_IN_BODY {
      @Override
      public void play(InputStream in, OutputStream out) throws IOException {
        readRequest(in);
        write(out, HEAD + "Content-Length: 100\r\n\r\n{\"status\":\"accepted\"}");
      }
    },
    ANSWERS_WITHOUT_END {
      @Override
      public void play(InputStream in, OutputStream out) throws IOException {
        readRequest(in);
        write(out, CHUNKED);
        writeForEver(out, "400\r\n" + " ".repeat(1024) + "\r\n", 0);
      }
    },
    ANSWERS_WITH_A_HEAD_WITHOUT_END {
      @Override
      public void play(InputStream in, OutputStream out) throws IOException {
        readRequest(in);
        write(out, HEAD + "X: ");
        writeForEver(out, "x".repeat(100_000), 0);
      }
    },
    ANSWERS_TOO_MUCH {
      @Override
      public void play(InputStream in, OutputStream out) throws IOException {
        readRequest(in);
        String body = "{\"status\":\"accepted\"}" + " ".repeat(64 * 1024);
        write(out, HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body);
        hang(in);
      }
    },
    SPEAKS_SOMETHING_ELSE {
      @Override
      public void play(InputStream in, OutputStream out) throws IOException {
        readRequest(in);
        write(out, "500 Syntax error, command unrecognized\r\n");
        hang(in);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SPEAKS_SOMETHING_ELSE", "ANSWERS_WITH_A_HEAD_WITHOUT_END"})
  void costsAnAttemptAndNoMoreThanItsTimeout(Fault fault) throws InterruptedException {
    try (ScriptedServer server = new ScriptedServer(fault)) {
      fails(server.url("http"));

      assertThat(server.seesTheEnd()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HANGS_AT_ONCE", "DROPS_AT_ONCE", "SPEAKS_SOMETHING_ELSE"})
  void costsNoMoreWithTls(Fault fault) throws InterruptedException {
    try (ScriptedServer server = new ScriptedServer(fault)) {
      fails(server.url("https"));

      assertThat(server.seesTheEnd()).isTrue();
    }
  }

  /** The JDK's client leaves it to such a server to close the connection. */
  @ParameterizedTest
  @EnumSource(names = {"SPEAKS_SOMETHING_ELSE", "ANSWERS_WITH_A_HEAD_WITHOUT_END"})
  void costsAnAttemptWhenItIsNoHttpServer(Fault fault) {
    try (ScriptedServer server = new ScriptedServer(fault)) {
      fails(server.url("http"));
    }
  }

  @Test
  void isNotThere() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }

    fails(URI.create("http://127.0.0.1:" + port + "/sms"));
  }

  @Test
  void doesNotTakeTheConnection() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 2; i++) {
        waiting.add(new Socket(full.getInetAddress(), full.getLocalPort()));
      }

      fails(URI.create("http://127.0.0.1:" + full.getLocalPort() + "/sms"));
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  private static void fails(URI url) {
    long start = System.nanoTime();

    assertThatIOException().isThrownBy(() -> gateway(url, TIMEOUT).send(message("x"), UDLOEBER));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
  }
}
