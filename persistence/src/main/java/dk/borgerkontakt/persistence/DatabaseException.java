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

  /** A lock not had in time (PostgreSQL, H2); H2: connection broken, closed, held by another. */
  private static final Set<String> TRANSIENT_STATES =
      Set.of("55P03", "HYT00", "90067", "90098", "90121", "90020");

  private final @Nullable String sqlState;
  private final boolean isTransient;

  private DatabaseException(String message, @Nullable String sqlState, boolean isTransient) {
    super(message);
    this.sqlState = sqlState;
    this.isTransient = isTransient;
  }

  /** A failure of a statement or a connection. */
  static DatabaseException of(RuntimeException failure) {
    SQLException cause = sqlCause(failure);
    String sqlState = cause == null ? null : cause.getSQLState();
    boolean isTransient = hasTransientCause(failure) || isTransient(sqlState);
    DatabaseException exception =
        new DatabaseException("Database error, SQLState " + sqlState, sqlState, isTransient);
    exception.setStackTrace(failure.getStackTrace());
    return exception;
  }

  /** A database that cannot be opened: no statement with values has run yet. */
  static DatabaseException notOpened(RuntimeException failure) {
    SQLException cause = sqlCause(failure);
    String reason = (cause == null ? failure : cause).getMessage();
    String sqlState = cause == null ? null : cause.getSQLState();
    DatabaseException exception =
        new DatabaseException("The database cannot be opened: " + reason, sqlState, true);
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
