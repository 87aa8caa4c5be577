package dk.borgerkontakt.persistence;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the tables up to date while other copies serve. Where a lock was not had in time, those
 * who queued behind have a turn, and it is tried again.
 */
final class Migrations {

  private static final int ATTEMPTS = 30;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final String LOCK_NOT_HAD = "55P03";

  /** A copy that starts beside another waits for its migration, however long that takes: a day. */
  private static final int SECONDS_FOR_ANOTHER = 86_400;

  private Migrations() {}

  /** This version's migrations of a database. */
  static FluentConfiguration on(DataSource source) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .lockRetryCount(SECONDS_FOR_ANOTHER);
  }

  /**
   * Migrates.
   *
   * @throws FlywayException when a migration fails, a lock was not had in 30 attempts, or the
   *     tables were migrated by another hand
   */
  static void run(FluentConfiguration migrations) {
    for (int attempt = 1; !isDone(migrations, attempt); attempt++) {
      pause();
    }
  }

  private static boolean isDone(FluentConfiguration migrations, int attempt) {
    try {
      migrations.load().migrate();
      return true;
    } catch (FlywayException e) {
      if (attempt == ATTEMPTS || !isLockNotHad(e)) {
        throw e;
      }
      return false;
    }
  }

  private static boolean isLockNotHad(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && LOCK_NOT_HAD.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FlywayException("interrupted");
    }
  }
}
