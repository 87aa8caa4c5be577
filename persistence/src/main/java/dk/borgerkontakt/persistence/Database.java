package dk.borgerkontakt.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dk.borgerkontakt.persistence.embedded.BrokenConnections;
import dk.borgerkontakt.persistence.embedded.EmbeddedBackup;
import dk.borgerkontakt.persistence.embedded.EmbeddedDatabase;
import dk.borgerkontakt.persistence.embedded.H2Url;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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

  private final HikariDataSource pool;
  private final @Nullable EmbeddedDatabase embedded;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool, @Nullable EmbeddedDatabase embedded) {
    this.pool = pool;
    this.embedded = embedded;
    this.jdbi = configured(Jdbi.create(pool));
  }

  /**
   * Opens the database and migrates it to this version's tables.
   *
   * @throws DatabaseException if it is out of reach, or was migrated by another hand
   */
  public static Database open(DatabaseConfig config) {
    if (H2Url.isH2(config.url())) {
      H2Url.bindToLoopback();
    }
    Database database = null;
    try {
      EmbeddedDatabase embedded =
          H2Url.isFile(config.url()) ? EmbeddedDatabase.at(H2Url.file(config.url())) : null;
      database = new Database(new HikariDataSource(pooled(config, embedded)), embedded);
      migrate(database.pool);
      return database;
    } catch (UncheckedIOException | PoolInitializationException | FlywayException e) {
      if (database != null) {
        database.close();
      }
      throw DatabaseException.notOpened(e);
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
      throw DatabaseException.of(e);
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

  /** Returns whether the database answers, at the latest after the connection timeout. */
  public boolean isReady() {
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

  /** Closes all connections; work that still runs fails. */
  @Override
  public void close() {
    pool.close();
    if (embedded != null) {
      embedded.close();
    }
  }

  private static HikariConfig pooled(DatabaseConfig config, @Nullable DataSource embedded) {
    HikariConfig pooled = new HikariConfig();
    pooled.setPoolName("borgerkontakt");
    pooled.setMaximumPoolSize(config.poolSize());
    pooled.setConnectionTimeout(config.connectionTimeout().toMillis());
    pooled.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    if (embedded != null) {
      pooled.setDataSource(embedded);
      pooled.setExceptionOverride(new BrokenConnections());
    } else if (H2Url.isH2(config.url())) {
      pooled.setJdbcUrl(H2Url.withSettings(config.url()));
      pooled.setUsername(H2Url.USER);
      pooled.setPassword("");
    } else {
      pooled.setJdbcUrl(config.url());
      pooled.setUsername(config.user());
      pooled.setPassword(config.password());
      PostgresqlSettings.addTo(pooled);
    }
    return pooled;
  }

  private static void migrate(DataSource dataSource) {
    Flyway.configure().dataSource(dataSource).locations("classpath:db/migration").load().migrate();
  }

  private static Jdbi configured(Jdbi jdbi) {
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi.registerArgument(new InstantArguments())
        .registerArgument(new LocalDateArguments())
        .registerArrayType(Long.class, "bigint")
        .registerArrayType(String.class, "varchar")
        .registerArrayType(UUID.class, "uuid");
  }
}
