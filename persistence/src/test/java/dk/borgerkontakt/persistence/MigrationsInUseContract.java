package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a PostgreSQL gets newer tables while copies of the service are using or opening it. */
@Timeout(60)
class MigrationsInUseContract {

  private static final String BORGERE = "select count(*) from borger";

  private static final String WAITING =
      """
      select count(*) from pg_locks where not granted and relation = 'borger'::regclass\
      """;

  private final DatabaseConfig config;

  /**
   * @param url of an empty database
   */
  MigrationsInUseContract(String url) {
    config = new DatabaseConfig(url, null, null, 4, Duration.ofSeconds(20));
  }

  @Test
  void severalOpenAnEmptyDatabaseAtOnce() throws Exception {
    AtOnce.run(
        4,
        () -> {
          try (Database database = Database.open(config)) {
            return assertThat(count(database, BORGERE)).isZero();
          }
        });
  }

  /** The migration waits for the reader, and the next readers would wait for the migration. */
  @Test
  void aLongReaderDoesNotMakeAMigrationHoldUpTheOthers() throws Exception {
    try (Database database = Database.open(config)) {
      CompletableFuture<Void> migration = new CompletableFuture<>();
      database.useTransaction(
          reader -> {
            assertThat(reader.createQuery(BORGERE).mapTo(int.class).one()).isZero();
            migration.completeAsync(this::migrateFurther);
            while (count(database, WAITING) == 0) {
              assertThat(migration).isNotDone();
            }
            assertThat(count(database, BORGERE)).isZero();
            assertThat(migration).isNotDone();
          });
      migration.get(30, TimeUnit.SECONDS);

      assertThat(count(database, "select count(tilfoejet) from borger")).isZero();
    }
  }

  private Void migrateFurther() {
    Migrations.run(
        Migrations.on(Pool.source(config, PostgresqlSettings.forMigrations()))
            .locations("classpath:db/migration", "classpath:db/next"));
    return null;
  }

  private static int count(Database database, String sql) {
    return database.withHandle(handle -> handle.createQuery(sql).mapTo(int.class).one());
  }
}
