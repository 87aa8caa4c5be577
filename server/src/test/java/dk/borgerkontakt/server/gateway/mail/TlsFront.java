package dk.borgerkontakt.server.gateway.mail;

import dk.borgerkontakt.server.gateway.TestCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;

/**
 * Gives a mail server TLS: from the start, or after STARTTLS. What is said in the clear is kept.
 */
final class TlsFront implements AutoCloseable {

  final List<String> inTheClear = new CopyOnWriteArrayList<>();

  private final TestCertificate certificate;
  private final boolean isStartTls;
  private final String injected;
  private final int behind;
  private final ServerSocket listener;

  /**
   * @param injected sent together with the answer to STARTTLS, before TLS begins
   * @param behind port of the server that all goes to
   */
  TlsFront(TestCertificate certificate, boolean isStartTls, String injected, int behind) {
    this.certificate = certificate;
    this.isStartTls = isStartTls;
    this.injected = injected;
    this.behind = behind;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::listen);
  }

  int port() {
    return listener.getLocalPort();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "tls-front");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        daemon(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      if (isStartTls) {
        startTls(socket);
        line(server.getInputStream());
      }
      SSLSocket secured =
          (SSLSocket)
              certificate
                  .serverContext()
                  .getSocketFactory()
                  .createSocket(socket, null, socket.getPort(), true);
      secured.setUseClientMode(false);
      secured.startHandshake();
      daemon(() -> copy(server, secured));
      copy(secured, server);
    } catch (IOException theOtherSideEndedIt) {
      // As it should where it does not trust the certificate.
    }
  }

  private void startTls(Socket socket) throws IOException {
    write(socket, "220 front.example\r\n");
    for (String line = line(socket.getInputStream()); ; line = line(socket.getInputStream())) {
      inTheClear.add(line);
      if (line.equals("STARTTLS")) {
        write(socket, "220 go ahead\r\n" + injected);
        return;
      }
      write(socket, "250-front.example\r\n250 STARTTLS\r\n");
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the other side has gone");
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // By either side.
    }
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
