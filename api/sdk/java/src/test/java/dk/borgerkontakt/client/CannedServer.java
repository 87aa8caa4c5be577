package dk.borgerkontakt.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A server that gives the answers it was handed, in order, and keeps what it was sent. */
final class CannedServer implements AutoCloseable {
  record Received(String line, Headers headers, String body) {}

  private record Answer(int status, String contentType, String body, String retryAfter) {}

  private final HttpServer server;
  private final Queue<Answer> answers = new ArrayDeque<>();
  final List<Received> received = new ArrayList<>();

  CannedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(
              new Received(
                  exchange.getRequestMethod()
                      + " "
                      + exchange.getRequestURI().getRawPath()
                      + " "
                      + exchange.getProtocol(),
                  exchange.getRequestHeaders(),
                  new String(body, StandardCharsets.UTF_8)));
          Answer answer = answers.remove();
          exchange.getResponseHeaders().set("Content-Type", answer.contentType);
          if (!answer.retryAfter.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfter);
          }
          byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  CannedServer answers(int status, String contentType, String body) {
    return answers(status, contentType, body, "");
  }

  CannedServer answers(int status, String contentType, String body, String retryAfter) {
    answers.add(new Answer(status, contentType, body, retryAfter));
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  KontaktinformationApi api() {
    return new KontaktinformationApi(new ApiClient(url(), () -> "t"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
