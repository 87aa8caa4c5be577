package dk.borgerkontakt.persistence.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.h2.engine.SysProperties;
import org.h2.tools.Server;

/**
 * Lets other processes of this machine use the database file that this process holds open. It
 * listens on the loopback address only; its port, and the secret without which it serves nobody,
 * stand in an owner-only file beside the database.
 */
final class EmbeddedServer implements AutoCloseable {

  static final String LOOPBACK = "127.0.0.1";

  private final Server server;
  private final Path addressFile;
  private final String address;

  private EmbeddedServer(Server server, Path addressFile, String address) {
    this.server = server;
    this.addressFile = addressFile;
    this.address = address;
  }

  static EmbeddedServer start(Path database) throws SQLException {
    if (!LOOPBACK.equals(SysProperties.BIND_ADDRESS)) {
      throw new IllegalStateException("H2 was loaded before it was bound to " + LOOPBACK);
    }
    String key = newKey();
    Server server =
        Server.createTcpServer(
                "-tcpPort", "0", "-tcpDaemon", "-key", key, H2Url.serverPath(database))
            .start();
    String address = server.getPort() + " " + key;
    Path addressFile = addressFile(database);
    try {
      OwnerOnly.write(addressFile, address);
    } catch (IOException e) {
      server.stop();
      throw new UncheckedIOException(e);
    }
    return new EmbeddedServer(server, addressFile, address);
  }

  /** Returns the URL under which another process serves the database, if one has said so. */
  static Optional<String> urlOf(Path database) {
    try {
      String address = Files.readString(addressFile(database));
      int space = address.indexOf(' ');
      int port = Integer.parseInt(address.substring(0, space));
      return Optional.of(H2Url.remote(port, address.substring(space + 1)));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    server.stop();
    try {
      if (address.equals(Files.readString(addressFile))) {
        Files.delete(addressFile);
      }
    } catch (IOException e) {
      // A file that is gone or stale harms nobody: the next process to open the database writes it.
    }
  }

  private static String newKey() {
    byte[] key = new byte[16];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  private static Path addressFile(Path database) {
    return database.resolveSibling(database.getFileName() + ".server");
  }
}
