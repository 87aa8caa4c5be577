package dk.borgerkontakt.persistence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that have to be told one before they start. */
public final class TestPort {

  private static final int LOWEST = 10_000;

  /** Systems give out ports from here on by themselves, to other servers of the tests for one. */
  private static final int BEYOND = 32_768;

  private TestPort() {}

  /** A port of the loopback address that nobody has, and that nobody gets by chance. */
  public static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException e) {
        // Somebody has it; there are many others.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
