package dk.borgerkontakt.server.container;

import dk.borgerkontakt.server.config.source.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;

/** Chooses the port where any free one will do, so that the service knows its own address early. */
public final class FreePort {

  /**
   * Between the choice and its use lies the start of the service. Systems give out ports from 32768
   * or higher by themselves, so that nobody gets one of these by chance meanwhile.
   */
  private static final int LOWEST = 10_000;

  private static final int BEYOND = 32_768;
  private static final int TRIES = 100;

  private FreePort() {}

  /** The address that the endpoint is reached by, with TLS or without. */
  public static URI baseUri(Endpoint endpoint, boolean isSecure) {
    String host = endpoint.host().contains(":") ? "[" + endpoint.host() + "]" : endpoint.host();
    return URI.create((isSecure ? "https://" : "http://") + host + ":" + port(endpoint) + "/");
  }

  private static int port(Endpoint endpoint) {
    if (endpoint.port() != 0) {
      return endpoint.port();
    }
    try {
      return free(InetAddress.getByName(endpoint.host()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int free(InetAddress address) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
      try (ServerSocket socket = new ServerSocket(port, 1, address)) {
        return socket.getLocalPort();
      } catch (BindException e) {
        // Somebody has it; there are many others.
      }
    }
    throw new BindException("no free port was found");
  }
}
