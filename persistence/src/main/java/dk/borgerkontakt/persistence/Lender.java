package dk.borgerkontakt.persistence;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lends the pool's connections. Whoever asks waits a while for a free one, but not for a database
 * that is lost; and when it is lost, nobody goes on waiting for its answer.
 */
final class Lender implements ConnectionFactory, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lender.class);

  private final HikariDataSource pool;
  private final Duration patience;
  private final Set<Connection> lent = ConcurrentHashMap.newKeySet();
  private final @Nullable Pulse pulse;

  /**
   * @param patience how long to wait for a free connection
   * @param pulseSource where to ask whether the database is there; null: that is never asked
   */
  Lender(HikariDataSource pool, Duration patience, @Nullable DataSource pulseSource) {
    this.pool = pool;
    this.patience = patience;
    this.pulse = pulseSource == null ? null : new Pulse(pulseSource, this::takeBack);
  }

  /** What is lent. */
  HikariDataSource pool() {
    return pool;
  }

  /** Returns whether it is asked all the time whether the database is there. */
  boolean hasPulse() {
    return pulse != null;
  }

  /** Returns whether it is known that the database does not answer. */
  boolean isLost() {
    return pulse != null && pulse.isLost();
  }

  /** Looks after the database at once, because of what happened to a connection. */
  void doubt() {
    if (pulse != null) {
      pulse.askNow();
    }
  }

  /**
   * Lends a connection.
   *
   * @throws DatabaseException at once if the database is lost
   * @throws SQLException if none was free in time
   */
  @Override
  public Connection openConnection() throws SQLException {
    Connection connection = await();
    lent.add(connection);
    if (isLost()) {
      // Taken back may be all but this one.
      closeConnection(connection);
      throw DatabaseException.lost();
    }
    return connection;
  }

  private Connection await() throws SQLException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      if (isLost()) {
        throw DatabaseException.lost();
      }
      try {
        return pool.getConnection();
      } catch (SQLTransientConnectionException noneFreeYet) {
        if (System.nanoTime() >= end) {
          throw noneFreeYet;
        }
        doubt();
      }
    }
  }

  @Override
  public void closeConnection(Connection connection) throws SQLException {
    lent.remove(connection);
    connection.close();
  }

  /**
   * An answer that is waited for won't come, so the wait is cut off. What was being committed may
   * have been: nobody is told that it was.
   */
  private void takeBack() {
    lent.forEach(Lender::cutOff);
    if (pool.getHikariPoolMXBean() != null) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
  }

  private static void cutOff(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.debug("not cut off, SQLState {}", e.getSQLState());
    }
  }

  @Override
  public void close() {
    if (pulse != null) {
      pulse.close();
    }
    pool.close();
  }
}
