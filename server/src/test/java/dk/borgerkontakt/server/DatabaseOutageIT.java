package dk.borgerkontakt.server;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.testing.PostgresqlCluster;
import dk.borgerkontakt.persistence.testing.TestPort;
import dk.borgerkontakt.server.SteadyLoad.Answer;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.Postgresql;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away altogether under load, and comes back: refusals are quick and honest. */
@Tag("slow")
@Timeout(240)
class DatabaseOutageIT {

  private static final int CITIZENS = 2000;

  /** As many as the service works on at a time. */
  private static final int CLIENTS = 32;

  private static final int ENOUGH = 500;
  private static final Duration OUTAGE = Duration.ofSeconds(6);

  /** By then even silence is known for what it is. */
  private static final Duration KNOWN = Duration.ofSeconds(4);

  private static final Duration QUICK = Duration.ofSeconds(1);

  @TempDir Path temp;

  /** An outage, and how long the slowest refused request may take: the one that finds out. */
  private record Outage(
      String name, Step begin, Step end, Duration slowest, double secondsToReturn) {}

  private interface Step {
    void accept(PostgresqlCluster cluster);
  }

  @Test
  void refusesQuicklyWhileTheDatabaseIsStoppedKilledOrFrozenAndGoesOnByItself() throws Exception {
    List<Outage> outages =
        List.of(
            new Outage(
                "stopped",
                PostgresqlCluster::stop,
                PostgresqlCluster::startAgain,
                Duration.ofSeconds(3),
                3),
            new Outage(
                "killed",
                PostgresqlCluster::kill,
                PostgresqlCluster::startAgain,
                Duration.ofSeconds(3),
                3),
            new Outage(
                "frozen",
                PostgresqlCluster::freeze,
                PostgresqlCluster::thaw,
                Duration.ofSeconds(6),
                3));
    try (PostgresqlCluster cluster = PostgresqlCluster.start(Postgresql.release(), List.of())) {
      List<String> settings =
          List.of(
              "-Dborgerkontakt.database.url=" + cluster.url("postgres"),
              "-Dborgerkontakt.limits.requests-per-second=0");
      Path data = temp.resolve("data");
      LoadCitizens.imported(data, temp.resolve("register"), CITIZENS, settings);
      int port = TestPort.free();
      try (JarProcess service =
              JarProcess.start(data, settings, "serve", "-Dborgerkontakt.management.port=" + port);
          SteadyLoad load = new SteadyLoad(service.address(), CITIZENS, CLIENTS)) {
        load.start();
        for (Outage outage : outages) {
          await("answers", () -> ready(port) == 200);
          long before = load.acknowledged();
          await("answers", () -> load.acknowledged() >= before + ENOUGH);
          go(outage, cluster, load, port);
        }
        load.stop();
        Kept kept = Kept.of(load, cluster, "postgres");
        System.out.printf(
            "three outages: %d acknowledged, %d lost%n", load.acknowledged(), kept.lost().size());
        assertThat(kept.lost()).isEmpty();
      }
    }
  }

  private static void go(Outage outage, PostgresqlCluster cluster, SteadyLoad load, int port) {
    long begin = System.nanoTime();
    outage.begin().accept(cluster);
    await("ready to say no", () -> ready(port) == 503);
    double secondsToNotReady = seconds(System.nanoTime() - begin);
    await("the end of the outage", () -> System.nanoTime() - begin > OUTAGE.toNanos());
    outage.end().accept(cluster);
    long end = System.nanoTime();
    double secondsToSuccess =
        seconds(Await.until("a success", () -> load.successAfter(end)).at() - end);

    List<Answer> refused =
        load.answers().stream()
            .filter(answer -> answer.status() == 503 && answer.at() > begin && answer.at() < end)
            .toList();
    List<Long> sorted = refused.stream().map(answer -> answer.took().toMillis()).sorted().toList();
    Duration slowestOnceKnown =
        refused.stream()
            .filter(answer -> answer.at() - begin > KNOWN.toNanos())
            .map(Answer::took)
            .max(Duration::compareTo)
            .orElseThrow();
    System.out.printf(
        "database %s for %d s: not ready after %.1f s; %d refused, half within %d ms, 99 %% within"
            + " %d ms, slowest %d ms, slowest once known %d ms; %.1f s from its return to the first"
            + " success%n",
        outage.name(),
        OUTAGE.toSeconds(),
        secondsToNotReady,
        sorted.size(),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 99 / 100),
        sorted.get(sorted.size() - 1),
        slowestOnceKnown.toMillis(),
        secondsToSuccess);
    assertThat(refused).allMatch(Answer::saysWhenAgain);
    assertThat(sorted.get(sorted.size() - 1)).isLessThan(outage.slowest().toMillis());
    assertThat(slowestOnceKnown).isLessThan(QUICK);
    assertThat(secondsToNotReady).isLessThan(seconds(KNOWN.toNanos()));
    assertThat(secondsToSuccess).isLessThan(outage.secondsToReturn());
  }

  private static double seconds(long nanos) {
    return nanos / (double) TimeUnit.SECONDS.toNanos(1);
  }

  private static int ready(int port) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                  .timeout(Duration.ofSeconds(1))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(String what, BooleanSupplier condition) {
    Await.until(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }
}
