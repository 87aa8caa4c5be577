package dk.borgerkontakt.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.persistence.testing.PostgresqlCluster;
import dk.borgerkontakt.server.delivery.OutboxFixture.Workers;
import dk.borgerkontakt.server.outbox.Carrier;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.MessageSender;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.Postgresql;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the outbox asks of the database when there is nothing to do, and when nothing can be done.
 */
@Tag("slow")
@Timeout(200)
class GatewayAwayIT {

  private static final int WAITING = 5000;
  private static final int WINDOW = 10;
  private static final MessageSender CLOSED =
      (message, udloeber) -> {
        throw new ConnectException();
      };

  @Test
  void neitherAnEmptyQueueNorAClosedGatewayKeepsTheDatabaseBusy() throws Exception {
    try (PostgresqlCluster postgresql = PostgresqlCluster.quick(Postgresql.release());
        Connection connection = postgresql.connect("postgres");
        Statement elsewhere = connection.createStatement();
        Database database = open(postgresql.url("template1"));
        OutboxFixture fixture = new OutboxFixture(database)) {
      fixture.clock.set(Instant.now());
      Workers workers =
          fixture.start(
              fixture.outbox,
              Clock.systemUTC(),
              receipts ->
                  Stream.of(Kanal.values())
                      .map(kanal -> new Carrier(kanal, CLOSED, WINDOW))
                      .toList());
      LongSupplier commits = () -> commits(elsewhere);
      aSecond(commits, 50); // the pool's own beginning
      double idle = aSecond(commits, 20);

      fixture.enqueueAll(Stream.generate(fixture::message).limit(WAITING).toList());
      Await.until(
          "the gateway to be found closed",
          () -> workers.retried() >= 4 * WINDOW ? Optional.of(true) : Optional.empty());
      double attempts = aSecond(workers::retried, 100);
      double busy = aSecond(commits, 200);

      System.out.printf(
          "idle: %.1f commits/s; gateway away, %d messages waiting: %.1f attempts/s, %.1f"
              + " commits/s%n",
          idle, WAITING, attempts, busy);
      assertThat(idle).as("commits a second when idle").isLessThan(10);
      assertThat(attempts).as("attempts a second").isLessThan(3 * WINDOW);
      assertThat(busy).as("commits a second in the outage").isLessThan(6 * WINDOW);
    }
  }

  private static Database open(String url) {
    return Database.open(new DatabaseConfig(url, null, null, 16, Duration.ofSeconds(5)));
  }

  /** How fast a counter grows, over so many steps. */
  private static double aSecond(LongSupplier counter, long steps) {
    long first = counter.getAsLong();
    long begin = System.nanoTime();
    long last =
        Await.until(
            "a counter to grow",
            Duration.ofMinutes(1),
            () -> Optional.of(counter.getAsLong()).filter(count -> count >= first + steps));
    return (last - first) / ((System.nanoTime() - begin) / 1e9);
  }

  /** Seen from another database, so that looking doesn't count. */
  private static long commits(Statement elsewhere) {
    try (ResultSet row =
        elsewhere.executeQuery(
            "select xact_commit from pg_stat_database where datname = 'template1'")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
