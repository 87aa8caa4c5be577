package dk.borgerkontakt.persistence;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dk.borgerkontakt.persistence.embedded.EmbeddedBackup;
import dk.borgerkontakt.persistence.embedded.EmbeddedDatabase;
import dk.borgerkontakt.persistence.embedded.H2Url;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;

/**
 * An open database whose tables are up to date: a pool of connections on which transactions run,
 * READ COMMITTED. Every failure of the database is a {@link DatabaseException}; what the work
 * itself throws comes through as it is, after a rollback.
 */
public final class Database implements AutoCloseable {

  private final Lender lender;
  private final @Nullable EmbeddedDatabase embedded;
  private final Jdbi jdbi;

  private Database(Lender lender, @Nullable EmbeddedDatabase embedded, boolean isPostgresql) {
    this.lender = lender;
    this.embedded = embedded;
    this.jdbi = configured(Jdbi.create(lender));
    jdbi.getConfig(Dialect.class).setPostgresql(isPostgresql);
  }

  /**
   * Opens the database and migrates it to this version's tables.
   *
   * @throws DatabaseException if it is out of reach, or was migrated by another hand
   */
  public static Database open(DatabaseConfig config) {
    try {
      return H2Url.isH2(config.url()) ? openH2(config) : openPostgresql(config);
    } catch (UncheckedIOException | PoolInitializationException | FlywayException e) {
      throw DatabaseException.notOpened(e);
    }
  }

  private static Database openPostgresql(DatabaseConfig config) {
    Migrations.run(Migrations.on(Pool.source(config, PostgresqlSettings.forMigrations())));
    DataSource pulse =
        config.workload() == Workload.REQUESTS
            ? Pool.source(config, PostgresqlSettings.forPulse())
            : null;
    return new Database(
        new Lender(Pool.ofPostgresql(config), config.connectionTimeout(), pulse), null, true);
  }

  private static Database openH2(DatabaseConfig config) {
    H2Url.bindToLoopback();
    EmbeddedDatabase embedded =
        H2Url.isFile(config.url()) ? EmbeddedDatabase.at(H2Url.file(config.url())) : null;
    HikariDataSource pool = Pool.ofH2(config, embedded);
    Database database =
        new Database(new Lender(pool, config.connectionTimeout(), null), embedded, false);
    try {
      Migrations.run(Migrations.on(pool));
      return database;
    } catch (FlywayException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Runs work in a transaction of its own, also within another one: committed when the work
   * returns, rolled back when it throws.
   */
  public <T extends @Nullable Object> T inTransaction(Function<Handle, T> work) {
    return withHandle(handle -> handle.inTransaction(work::apply));
  }

  /** Runs work as {@link #inTransaction} does. */
  public void useTransaction(Consumer<Handle> work) {
    inTransaction(
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  /** Runs work on a connection of its own, where every statement commits by itself. */
  public <T extends @Nullable Object> T withHandle(Function<Handle, T> work) {
    // Not jdbi.withHandle: that silently joins the handle that the thread already has.
    try (Handle handle = jdbi.open()) {
      return work.apply(handle);
    } catch (JdbiException e) {
      DatabaseException failure = DatabaseException.of(e);
      if (failure.isOfConnection()) {
        lender.doubt();
      }
      throw failure;
    }
  }

  /** Runs work on a connection where every statement commits by itself. */
  public void useHandle(Consumer<Handle> work) {
    withHandle(
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  /**
   * Returns whether the database answers: at once where that is asked all the time, else at the
   * latest after the connection timeout. One that is only busy is ready.
   */
  public boolean isReady() {
    if (lender.hasPulse()) {
      return !lender.isLost();
    }
    try {
      return withHandle(handle -> handle.createQuery("select 1").mapTo(int.class).one()) == 1;
    } catch (DatabaseException e) {
      return false;
    }
  }

  /**
   * Writes a backup of the embedded database to a file that is not there yet, while others work
   * with it: everything committed before the call is in it.
   *
   * @throws IllegalStateException if the database is another one
   */
  public void backUp(Path target) throws IOException {
    if (embedded == null) {
      throw new IllegalStateException("Only the embedded database is backed up by the service");
    }
    try (Handle handle = jdbi.open()) {
      EmbeddedBackup.write(handle, embedded.file(), target);
    } catch (JdbiException e) {
      throw DatabaseException.of(e);
    }
  }

  /**
   * Returns whether the tables are what this version needs, or newer. Reads the history of the
   * migrations, so not to be asked for every request.
   *
   * @throws DatabaseException if the database is out of reach
   */
  public boolean isMigrated() {
    try {
      return Migrations.on(lender.pool()).load().info().pending().length == 0;
    } catch (FlywayException e) {
      throw DatabaseException.notOpened(e);
    }
  }

  /**
   * Measures what happens at the pool.
   *
   * @param registry one that HikariCP knows, as Micrometer's
   */
  public void measure(Object registry) {
    lender.pool().setMetricRegistry(registry);
  }

  /** Closes all connections; work that still runs fails. */
  @Override
  public void close() {
    lender.close();
    if (embedded != null) {
      embedded.close();
    }
  }

  private static Jdbi configured(Jdbi jdbi) {
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi.registerArgument(new InstantArguments())
        .registerArgument(new LocalDateArguments())
        .registerArrayType(Boolean.class, "boolean")
        .registerArrayType(Integer.class, "integer")
        .registerArrayType(LocalDate.class, "date")
        .registerArrayType(Long.class, "bigint")
        .registerArrayType(String.class, "varchar")
        .registerArrayType(UUID.class, "uuid");
  }
}
