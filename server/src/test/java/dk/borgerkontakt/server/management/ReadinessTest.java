package dk.borgerkontakt.server.management;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.server.management.HealthCheck.Result;
import dk.borgerkontakt.server.management.HealthCheck.State;
import dk.borgerkontakt.server.testing.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a balancer and an operator are told of a copy. */
@Timeout(60)
class ReadinessTest {

  private record Fixed(String name, Result result) implements HealthCheck {}

  @TempDir private Path folder;

  @Test
  void tellsEachCheck() {
    Readiness readiness =
        new Readiness(
            List.of(
                new Fixed("one", Result.UP), new Fixed("two", new Result(State.DEGRADED, "slow"))));

    assertThat(readiness.answer())
        .isEqualTo(
            new Readiness.Answer(
                true,
                "{\"status\":\"ready\",\"checks\":{\"one\":{\"state\":\"up\"},"
                    + "\"two\":{\"state\":\"degraded\",\"detail\":\"slow\"}}}\n"));
  }

  @Test
  void oneThatIsDownIsEnough() {
    Readiness readiness =
        new Readiness(
            List.of(new Fixed("one", new Result(State.DOWN, "")), new Fixed("two", Result.UP)));

    assertThat(readiness.answer().isReady()).isFalse();
    assertThat(readiness.answer().json()).startsWith("{\"status\":\"unready\"");
  }

  @Test
  void aDatabaseThatGoesIsFoundOut() {
    Database database = Database.open(config());
    try (DatabaseWatch watch = new DatabaseWatch(database)) {
      watch.start();
      assertThat(watch.checks()).allMatch(check -> check.result().state() == State.UP);

      database.close();

      HealthCheck reach = watch.checks().get(0);
      Await.until(
          "the check to find out",
          () -> Optional.of(reach).filter(it -> it.result().state() == State.DOWN));
    }
  }

  @Test
  void newerTablesAreFineAndOlderOnesAreNot() {
    try (Database database = Database.open(config())) {
      database.useHandle(
          handle ->
              handle.execute(
                  """
                  insert into "flyway_schema_history"
                  select 900, '900', "description", "type", "script", "checksum", "installed_by",
                    "installed_on", "execution_time", "success"
                  from "flyway_schema_history"
                  where "installed_rank" = (select max("installed_rank") from "flyway_schema_history")\
                  """));
      assertThat(migrations(database)).isEqualTo(State.UP);

      database.useHandle(
          handle ->
              handle.execute(
                  """
                  delete from "flyway_schema_history" where "installed_rank" >= (
                    select max("installed_rank") from "flyway_schema_history"
                    where "installed_rank" < 900)\
                  """));
      assertThat(migrations(database)).isEqualTo(State.DOWN);
    }
  }

  private static State migrations(Database database) {
    try (DatabaseWatch watch = new DatabaseWatch(database)) {
      watch.start();
      return watch.checks().get(1).result().state();
    }
  }

  @Test
  void aLookThatHangsIsNotWaitedFor() {
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger looks = new AtomicInteger();
    Sampled<Integer> sampled =
        new Sampled<>("test", Duration.ofMillis(1), Duration.ofMillis(200), () -> look(looks, end));
    try (sampled) {
      sampled.start();
      assertThat(sampled.latest()).contains(1);
      Await.until("what was seen to be forgotten", () -> forgotten(sampled));
    } finally {
      end.countDown();
    }
  }

  private static Optional<Boolean> forgotten(Sampled<Integer> sampled) {
    return sampled.latest().isEmpty() ? Optional.of(true) : Optional.empty();
  }

  /** The second look hangs. */
  private static int look(AtomicInteger looks, CountDownLatch end) {
    int number = looks.incrementAndGet();
    try {
      if (number > 1) {
        end.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return number;
  }

  private DatabaseConfig config() {
    String url = DatabaseConfig.embeddedUrl(folder);
    return new DatabaseConfig(url, null, null, 2, Duration.ofSeconds(1));
  }
}
