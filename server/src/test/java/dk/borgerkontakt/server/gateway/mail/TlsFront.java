package dk.borgerkontakt.server.gateway.mail;

import dk.borgerkontakt.server.gateway.TestCertificate;
import dk.borgerkontakt.server.testing.SocketServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
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
  private final SocketServer server;

  /**
   * @param injected sent together with the answer to STARTTLS, before TLS begins
   * @param behind port of the server that all goes to
   */
  TlsFront(TestCertificate certificate, boolean isStartTls, String injected, int behind) {
    this.certificate = certificate;
    this.isStartTls = isStartTls;
    this.injected = injected;
    this.behind = behind;
    this.server = new SocketServer(this::serve);
  }

  int port() {
    return server.port();
  }

  private void serve(Socket socket) throws IOException {
    try (Socket relay = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      if (isStartTls) {
        startTls(socket);
        SocketServer.line(relay.getInputStream());
      }
      SSLSocket secured = certificate.secured(socket);
      SocketServer.inBackground(() -> copy(relay, secured));
      copy(secured, relay);
    }
  }

  private void startTls(Socket socket) throws IOException {
    SocketServer.write(socket.getOutputStream(), "220 front.example\r\n");
    while (true) {
      String line = SocketServer.line(socket.getInputStream());
      inTheClear.add(line);
      if (line.equals("STARTTLS")) {
        SocketServer.write(socket.getOutputStream(), "220 go ahead\r\n" + injected);
        return;
      }
      SocketServer.write(socket.getOutputStream(), "250-front.example\r\n250 STARTTLS\r\n");
    }
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
    server.close();
  }
}
