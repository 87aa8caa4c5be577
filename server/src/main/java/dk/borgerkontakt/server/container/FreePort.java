package dk.borgerkontakt.server.container;

import dk.borgerkontakt.server.config.source.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/** Chooses the port where any free one will do, so that the service knows its own address early. */
public final class FreePort {

  private FreePort() {}

  /** The address that the endpoint is reached by. */
  public static URI baseUri(Endpoint endpoint) {
    String host = endpoint.host().contains(":") ? "[" + endpoint.host() + "]" : endpoint.host();
    return URI.create("http://" + host + ":" + port(endpoint) + "/");
  }

  private static int port(Endpoint endpoint) {
    if (endpoint.port() != 0) {
      return endpoint.port();
    }
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(endpoint.host()))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
