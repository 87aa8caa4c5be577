package dk.borgerkontakt.server.gateway.https;

import dk.borgerkontakt.server.testing.SocketServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server that does to each connection what no HTTP server would, and then waits for its end. */
final class ScriptedServer implements AutoCloseable {

  /** What happens to a connection. */
  interface Script {
    void play(InputStream in, OutputStream out) throws IOException;
  }

  private final SocketServer server;
  private final CountDownLatch ended = new CountDownLatch(1);

  ScriptedServer(Script script) {
    server = new SocketServer(socket -> serve(script, socket));
  }

  private void serve(Script script, Socket socket) throws IOException {
    try {
      script.play(socket.getInputStream(), socket.getOutputStream());
    } finally {
      ended.countDown();
    }
  }

  URI url(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + server.port() + "/sms");
  }

  /** Whether the client gives its connection up, within ten seconds. */
  boolean seesTheEnd() throws InterruptedException {
    return ended.await(10, TimeUnit.SECONDS);
  }

  /** Reads a whole request. */
  static void readRequest(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) next(in));
    }
    String length = head.toString().replaceFirst("(?is).*content-length: *(\\d+).*", "$1");
    in.readNBytes(Integer.parseInt(length));
  }

  /** Says nothing until the client has gone. */
  static void hang(InputStream in) throws IOException {
    while (in.read() >= 0) {
      // What the client still says is of no interest.
    }
  }

  /** Writes the text again and again until the client has gone. */
  static void writeForEver(OutputStream out, String text, long everyMillis) throws IOException {
    while (true) {
      SocketServer.write(out, text);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(everyMillis));
    }
  }

  private static int next(InputStream in) throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new IOException("the client has gone");
    }
    return next;
  }

  @Override
  public void close() {
    server.close();
  }
}
