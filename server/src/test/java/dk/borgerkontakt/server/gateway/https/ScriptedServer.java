package dk.borgerkontakt.server.gateway.https;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server that does to each connection what no HTTP server would, and then waits for its end. */
final class ScriptedServer implements AutoCloseable {

  /** What happens to a connection. */
  interface Script {
    void play(InputStream in, OutputStream out) throws IOException;
  }

  private final ServerSocket listener;
  private final CountDownLatch ended = new CountDownLatch(1);

  ScriptedServer(Script script) {
    try {
      listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(() -> serve(script), "scripted server");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Script script) {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        script.play(socket.getInputStream(), socket.getOutputStream());
      } catch (IOException e) {
        // The client has gone, or the test has.
      }
      ended.countDown();
    }
  }

  URI url(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort() + "/sms");
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

  static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Writes the text again and again until the client has gone. */
  static void writeForEver(OutputStream out, String text, long everyMillis) throws IOException {
    while (true) {
      write(out, text);
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
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
