package dk.borgerkontakt.server.container;

import dk.borgerkontakt.server.call.ClientCertificate;
import dk.borgerkontakt.server.tls.LiveTls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Future;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;
import org.glassfish.grizzly.nio.transport.TCPNIOConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.ssl.SSLBaseFilter;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;
import org.glassfish.grizzly.ssl.SSLUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a listener's connections into TLS. Grizzly's handshake waits for nobody, and a connection
 * without a request is closed after the 30 seconds that any idle one has.
 */
final class TlsConnections implements AddOn {

  private static final Logger LOG = LoggerFactory.getLogger(TlsConnections.class);

  private final LiveTls tls;

  TlsConnections(LiveTls tls) {
    this.tls = tls;
  }

  /** Before the listener is started. */
  void secure(NetworkListener listener) {
    listener.setSecure(true);
    listener.setSSLEngineConfig(new Engines(tls));
    listener.registerAddOn(this);
  }

  @Override
  public void setup(NetworkListener listener, FilterChainBuilder chain) {
    SSLBaseFilter filter = (SSLBaseFilter) chain.get(chain.indexOfType(SSLBaseFilter.class));
    filter.setRenegotiationDisabled(true);
    filter.addHandshakeListener(new OneHandshake());
  }

  /** Keeps the certificate that the client has proven to hold, if there is one. */
  static void keepClientCertificate(Request request) {
    SSLEngine engine = SSLUtils.getSSLEngine(request.getContext().getConnection());
    if (engine != null && (engine.getNeedClientAuth() || engine.getWantClientAuth())) {
      try {
        request.setAttribute(
            ClientCertificate.PROPERTY, engine.getSession().getPeerCertificates()[0]);
      } catch (SSLPeerUnverifiedException e) {
        // The client has shown none.
      }
    }
  }

  /** Each connection by the files as they are when it begins. */
  private static final class Engines extends SSLEngineConfigurator {

    private final LiveTls tls;

    Engines(LiveTls tls) {
      this.tls = tls;
    }

    @Override
    public SSLEngine createSSLEngine(String peerHost, int peerPort) {
      return tls.newEngine();
    }

    @Override
    public SSLEngineConfigurator copy() {
      return this;
    }
  }

  /**
   * Closes a connection whose client wants a second handshake, as TLS 1.2 allows: Grizzly would
   * wait for the rest of it in one of the few threads that read. What TLS 1.3 has instead is one
   * message, and waits for nothing.
   */
  private static final class OneHandshake implements SSLBaseFilter.HandshakeListener {

    @Override
    public void onStart(Connection<?> connection) {
      SSLEngine engine = SSLUtils.getSSLEngine(connection);
      if (engine != null && engine.getSession().getProtocol().equals("TLSv1.2")) {
        connection.terminateSilently();
      }
    }

    @Override
    public void onComplete(Connection<?> connection) {}

    /** Grizzly would just close, and leave the client to guess. */
    @Override
    public void onFailure(Connection<?> connection, Throwable fault) {
      LOG.info("TLS handshake refused: {}", kind(fault));
      SSLEngine engine = SSLUtils.getSSLEngine(connection);
      if (engine != null && connection instanceof TCPNIOConnection open) {
        sendAlert(engine, open);
      }
    }

    private static void sendAlert(SSLEngine engine, TCPNIOConnection connection) {
      ByteBuffer alert = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
      try {
        engine.wrap(ByteBuffer.allocate(0), alert);
        Buffer message = Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, alert.flip());
        TCPNIOTransport transport = (TCPNIOTransport) connection.getTransport();
        Future<?> unused = transport.getWriter(false).write(connection, message);
      } catch (IOException e) {
        // Then there is nothing to tell it with.
      }
    }

    /** The kinds alone: a message may quote what the certificate says. */
    private static String kind(Throwable fault) {
      Throwable cause = fault.getCause();
      String name = fault.getClass().getSimpleName();
      return cause == null ? name : name + " of " + kind(cause);
    }
  }
}
