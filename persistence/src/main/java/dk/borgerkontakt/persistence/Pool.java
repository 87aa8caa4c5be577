package dk.borgerkontakt.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import dk.borgerkontakt.persistence.embedded.BrokenConnections;
import dk.borgerkontakt.persistence.embedded.H2Url;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How connections are pooled, and opened beside the pool. */
final class Pool {

  /** {@link Lender} has the patience; between two looks it finds out that the database is lost. */
  private static final Duration LOOK = Duration.ofMillis(500);

  /** After so long a connection is renewed, so that new rights, names and routes are taken up. */
  private static final Duration MAX_LIFETIME = Duration.ofMinutes(10);

  private Pool() {}

  static HikariDataSource ofPostgresql(DatabaseConfig config) {
    HikariConfig pooled = common(config);
    pooled.setJdbcUrl(config.url());
    pooled.setUsername(config.user());
    pooled.setPassword(config.password());
    pooled.setDataSourceProperties(
        config.workload() == Workload.REQUESTS
            ? PostgresqlSettings.forRequests()
            : PostgresqlSettings.forLongWork());
    // A pool that fills itself pauses for ever longer while the database is away, and would then
    // keep requests waiting when it is back; one that fills on demand tries at once.
    pooled.setMinimumIdle(0);
    return new HikariDataSource(pooled);
  }

  static HikariDataSource ofH2(DatabaseConfig config, @Nullable DataSource embedded) {
    HikariConfig pooled = common(config);
    if (embedded != null) {
      pooled.setDataSource(embedded);
      pooled.setExceptionOverride(new BrokenConnections());
    } else {
      pooled.setJdbcUrl(H2Url.withSettings(config.url()));
      pooled.setUsername(H2Url.USER);
      pooled.setPassword("");
    }
    return new HikariDataSource(pooled);
  }

  private static HikariConfig common(DatabaseConfig config) {
    HikariConfig pooled = new HikariConfig();
    pooled.setPoolName("borgerkontakt");
    pooled.setMaximumPoolSize(config.poolSize());
    long look = Math.min(LOOK.toMillis(), config.connectionTimeout().toMillis());
    pooled.setConnectionTimeout(look);
    pooled.setValidationTimeout(look);
    pooled.setMaxLifetime(MAX_LIFETIME.toMillis());
    pooled.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return pooled;
  }

  /** Opens a connection of its own whenever it is asked for one. */
  static DataSource source(DatabaseConfig config, Properties properties) {
    return new DriverDataSource(config.url(), null, properties, config.user(), config.password());
  }
}
