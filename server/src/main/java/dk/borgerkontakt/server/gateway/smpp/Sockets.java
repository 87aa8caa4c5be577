package dk.borgerkontakt.server.gateway.smpp;

import dk.borgerkontakt.server.config.messages.SmsSetting;
import dk.borgerkontakt.server.config.messages.SmsSettings;
import dk.borgerkontakt.server.gateway.TrustedCertificates;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;

/** Connections with timeouts; over TLS if so set. */
final class Sockets implements ConnectionFactory {

  private static final int LINGER_SECONDS = 1;

  private final @Nullable TrustedCertificates tls;
  private final Duration timeout;

  private Sockets(@Nullable TrustedCertificates tls, Duration timeout) {
    this.tls = tls;
    this.timeout = timeout;
  }

  static Sockets of(SmsSettings settings, SmsSettings.Smpp smpp) {
    return new Sockets(
        smpp.tls() ? TrustedCertificates.of(settings.caFile(), SmsSetting.CA_FILE) : null,
        settings.timeout());
  }

  @Override
  public Connection createConnection(String host, int port) throws IOException {
    int millis = Math.toIntExact(timeout.toMillis());
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), millis);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(millis);
      // Else the close of a TLS socket waits for a write that nobody reads.
      socket.setSoLinger(true, LINGER_SECONDS);
      return new SocketConnection(tls == null ? socket : tls.secured(socket, host, port));
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }
}
