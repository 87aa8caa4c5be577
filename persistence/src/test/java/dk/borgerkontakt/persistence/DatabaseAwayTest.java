package dk.borgerkontakt.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.borgerkontakt.persistence.testing.PostgresqlCluster;
import dk.borgerkontakt.persistence.testing.PostgresqlRelease;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A PostgreSQL that crashes, hangs and returns: nobody waits for it in vain. */
@Timeout(60)
class DatabaseAwayTest {

  private static PostgresqlCluster cluster;
  private Database database;

  @BeforeAll
  static void start() {
    PostgresqlRelease release = PostgresqlRelease.chosen();
    assumeTrue(release.isForThisMachine(), "The build has no PostgreSQL for this machine");
    cluster = PostgresqlCluster.quick(release);
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @BeforeEach
  void open() {
    database = Database.open(DaosOnPostgresqlTest.config(cluster.url("postgres"), 4));
    await(database::isReady);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aCrashIsToldAtOnceAndTheReturnIsFound() {
    cluster.kill();

    assertThat(secondsOf(this::assertRefused)).isLessThan(1);
    await(() -> !database.isReady());
    assertThat(secondsOf(this::assertRefused)).isLessThan(0.1);

    cluster.startAgain();
    assertThat(secondsOf(() -> await(database::isReady))).isLessThan(2);
    assertThat(secondsOf(this::ask)).isLessThan(1);
  }

  @Test
  void whoWaitsForTheAnswerOfADatabaseThatHangsIsCutOff() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(
            () ->
                database.useTransaction(
                    handle -> {
                      begun.countDown();
                      handle.execute("select pg_sleep(4)");
                    }));
    begun.await();
    cluster.freeze();
    try {
      assertThat(
              secondsOf(
                  () ->
                      assertThatThrownBy(waiting::join)
                          .isInstanceOf(CompletionException.class)
                          .hasCauseInstanceOf(DatabaseException.class)))
          .isLessThan(3.8);
      assertThat(database.isReady()).isFalse();
      assertThat(secondsOf(this::assertRefused)).isLessThan(0.1);
    } finally {
      cluster.thaw();
    }
    assertThat(secondsOf(() -> await(database::isReady))).isLessThan(3);
    ask();
  }

  @Test
  void cutsOffTheStatementsOfRequestsAlone() {
    assertThat(setting(database, "statement_timeout")).isEqualTo("6s");
    assertThat(setting(database, "lock_timeout")).isEqualTo("4s");
    assertThat(setting(database, "idle_in_transaction_session_timeout")).isEqualTo("10s");
    DatabaseException cutOff =
        catchThrowableOfType(
            DatabaseException.class,
            () ->
                database.useTransaction(
                    handle -> {
                      handle.execute("set local statement_timeout = 100");
                      handle.execute("select pg_sleep(20)");
                    }));
    assertThat(cutOff.sqlState()).isEqualTo("57014");
    assertThat(cutOff.isTransient()).isTrue();
    DatabaseConfig config =
        new DatabaseConfig(
            cluster.url("postgres"), null, null, 2, Duration.ofSeconds(5), Workload.LONG);
    try (Database forLongWork = Database.open(config)) {
      assertThat(setting(forLongWork, "statement_timeout")).isEqualTo("0");
      assertThat(setting(forLongWork, "lock_timeout")).isEqualTo("10s");
    }
  }

  @Test
  void findsThePrimaryAmongSeveralHosts() {
    String url =
        "jdbc:postgresql://127.0.0.1:1,%s/postgres?user=postgres&targetServerType=primary"
            .formatted(cluster.address());

    try (Database ofSeveral = Database.open(DaosOnPostgresqlTest.config(url, 2))) {
      assertThat(setting(ofSeveral, "transaction_read_only")).isEqualTo("off");
    }
  }

  private static String setting(Database database, String name) {
    return database.withHandle(
        handle -> handle.createQuery("show " + name).mapTo(String.class).one());
  }

  private void ask() {
    database.useHandle(handle -> handle.execute("select 1"));
  }

  private void assertRefused() {
    assertThatThrownBy(this::ask)
        .isInstanceOfSatisfying(DatabaseException.class, e -> assertThat(e.isTransient()).isTrue());
  }

  private static double secondsOf(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
