package dk.borgerkontakt.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The database failed. The message has the SQLState and nothing of the statement or its values,
 * which may be personal; for the same reason there is no cause. The stack trace leads to the
 * statement.
 */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Connection lost, rolled back by a conflict, out of resources, shut down. */
  private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53", "57");

  /**
   * A lock not had in time (PostgreSQL, H2); PostgreSQL: can't be written now, a transaction that
   * was idle for too long; H2: connection broken, closed, held by another.
   */
  private static final Set<String> TRANSIENT_STATES =
      Set.of("55P03", "HYT00", "25006", "25P03", "90067", "90098", "90121", "90020");

  private static final String NO_CONNECTION = "08001";

  private final @Nullable String sqlState;
  private final boolean isTransient;
  private final boolean isLost;

  private DatabaseException(
      String message, @Nullable String sqlState, boolean isTransient, boolean isLost) {
    // Thousands a second may be refused so; none has more to tell than the first.
    super(message, null, true, !isLost);
    this.sqlState = sqlState;
    this.isTransient = isTransient;
    this.isLost = isLost;
  }

  /** A failure of a statement or a connection. */
  static DatabaseException of(RuntimeException failure) {
    SQLException cause = sqlCause(failure);
    String sqlState = cause == null ? null : cause.getSQLState();
    boolean isTransient = hasTransientCause(failure) || isTransient(sqlState);
    DatabaseException exception =
        new DatabaseException("Database error, SQLState " + sqlState, sqlState, isTransient, false);
    exception.setStackTrace(failure.getStackTrace());
    return exception;
  }

  /** A database that is known not to answer was not asked. */
  static DatabaseException lost() {
    return new DatabaseException("The database does not answer", NO_CONNECTION, true, true);
  }

  /** A database that cannot be opened: no statement with values has run yet. */
  static DatabaseException notOpened(RuntimeException failure) {
    SQLException cause = sqlCause(failure);
    String reason = (cause == null ? failure : cause).getMessage();
    String sqlState = cause == null ? null : cause.getSQLState();
    DatabaseException exception =
        new DatabaseException("The database cannot be opened: " + reason, sqlState, true, false);
    exception.setStackTrace(failure.getStackTrace());
    return exception;
  }

  /** Returns the SQLState, null where the failure had none. */
  public @Nullable String sqlState() {
    return sqlState;
  }

  /** Returns whether the same work may well succeed later: no connection, a conflict, a lock. */
  public boolean isTransient() {
    return isTransient;
  }

  /**
   * Returns whether the database was not even asked, because it is known not to answer: that was
   * logged when it began.
   */
  public boolean isLost() {
    return isLost;
  }

  /** Returns whether the connection failed, or none was had, rather than a statement. */
  boolean isOfConnection() {
    return sqlState == null || sqlState.startsWith("08") || sqlState.startsWith("57P");
  }

  /** A pool that gives up in time says so itself, whatever the reason below it is. */
  private static boolean hasTransientCause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientException) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTransient(@Nullable String sqlState) {
    return sqlState != null
        && (TRANSIENT_STATES.contains(sqlState)
            || (sqlState.length() == 5 && TRANSIENT_CLASSES.contains(sqlState.substring(0, 2))));
  }

  private static @Nullable SQLException sqlCause(Throwable failure) {
    SQLException found = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && (found == null || sql.getSQLState() != null)) {
        found = sql;
      }
    }
    return found;
  }
}
