package dk.borgerkontakt.server.config.source;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Address and port to listen on; port 0 means a free one. IPv6 addresses have no brackets. */
public record Endpoint(String host, int port) {

  /** Whether only this machine can connect. A name other than localhost counts as reachable. */
  public boolean isLoopback() {
    return host.equalsIgnoreCase("localhost")
        || (isLiteral() && literalAddress().isLoopbackAddress());
  }

  /** Whether both would ask the machine for the same port. */
  public boolean collidesWith(Endpoint other) {
    return port != 0
        && port == other.port
        && (host.equalsIgnoreCase(other.host) || isWildcard() || other.isWildcard());
  }

  private boolean isWildcard() {
    return isLiteral() && literalAddress().isAnyLocalAddress();
  }

  /** An IP address, not a name: nothing of it is ever looked up in DNS. */
  private boolean isLiteral() {
    return host.contains(":") || host.matches("[0-9.]+");
  }

  private InetAddress literalAddress() {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("The reader let an address in that is none", e);
    }
  }
}
