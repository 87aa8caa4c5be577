import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes on what comes, and counts the connections it came over. */
final class Relay implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final URI target;
  final AtomicInteger connections = new AtomicInteger();

  Relay(String target) throws IOException {
    this.target = URI.create(target);
    start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() throws IOException {
    while (true) {
      Socket near = server.accept();
      Socket far = new Socket(target.getHost(), target.getPort());
      connections.incrementAndGet();
      start(() -> pass(near.getInputStream(), far.getOutputStream()));
      start(() -> pass(far.getInputStream(), near.getOutputStream()));
    }
  }

  private static void pass(InputStream from, OutputStream to) throws IOException {
    try (from;
        to) {
      from.transferTo(to);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // Somebody hung up.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
