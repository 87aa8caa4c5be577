package dk.borgerkontakt.persistence.embedded;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Connections to a database file that several processes share. The first process opens the file and
 * serves it to the others; when it ends, the next one that connects takes its place.
 */
public final class EmbeddedDatabase implements DataSource, AutoCloseable {

  /** Another process that is just starting or stopping needs a moment. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Path file;
  private @Nullable EmbeddedServer server;

  private EmbeddedDatabase(Path file) {
    this.file = file;
  }

  /** Makes the folder and the file, owner-only, and opens neither. */
  public static EmbeddedDatabase at(Path file) {
    try {
      Path folder = file.getParent();
      if (folder != null) {
        OwnerOnly.createFolder(folder);
      }
      OwnerOnly.createFile(H2Url.suffixed(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EmbeddedDatabase(file);
  }

  /** The database's file, without H2's suffix. */
  public Path file() {
    return file;
  }

  @Override
  public synchronized Connection getConnection() throws SQLException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return connectOnce();
      } catch (SQLException e) {
        if (!isOtherProcess(e) || System.nanoTime() > deadline) {
          throw e;
        }
        pause(e);
      }
    }
  }

  private Connection connectOnce() throws SQLException {
    try {
      Connection connection = DriverManager.getConnection(H2Url.embedded(file), H2Url.USER, "");
      if (server == null) {
        server = EmbeddedServer.start(file);
      }
      return connection;
    } catch (SQLException e) {
      Optional<String> url =
          e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
              ? EmbeddedServer.urlOf(file)
              : Optional.empty();
      if (url.isEmpty()) {
        throw e;
      }
      return DriverManager.getConnection(url.get(), H2Url.USER, "");
    }
  }

  private static boolean isOtherProcess(SQLException e) {
    return switch (e.getErrorCode()) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1,
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.CONNECTION_BROKEN_1,
          ErrorCode.WRONG_USER_OR_PASSWORD ->
          true;
      default -> false;
    };
  }

  private static void pause(SQLException cause) throws SQLException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cause;
    }
  }

  /** Sends the other processes away; the caller has closed this process's connections before. */
  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("The user is given");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (isWrapperFor(type)) {
      return type.cast(this);
    }
    throw new SQLException("Not a wrapper for " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
