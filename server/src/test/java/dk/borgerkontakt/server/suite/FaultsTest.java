package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.testing.PostgresqlRelease;
import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Operation;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Real faults of the database under the running service. */
class FaultsTest {

  private static final String CITIZEN = "0307809003";

  /** As many as the service's pool has. */
  private static final int CONNECTIONS = 4;

  private static final String BLOCKED_ON_H2 =
      "select count(*) as n from information_schema.sessions where blocker_id is not null";

  private static final String BLOCKED_ON_POSTGRESQL =
      """
      select count(*) as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'\
      """;

  @AutoClose
  private final TestServer server =
      TestServer.with().setting("borgerkontakt.database.connections", "" + CONNECTIONS).start();

  private final Caller star = server.as("star");
  private final Register register = server.register();

  @Test
  void aMissingTableIs90009AndTellsNothing() {
    rename("borger", "borger_vaek");
    rename("kontaktinformation", "kontaktinformation_vaek");

    for (Operation operation : Operation.values()) {
      Answer answer = operation.call(star, CITIZEN).send();

      assertThat(answer.outcome()).isEqualTo(90009);
      assertThat(answer.json().has("fejl")).isFalse();
      assertThat(answer.text()).doesNotContainIgnoringCase("sql").doesNotContain("borger_vaek");
    }

    rename("borger_vaek", "borger");
    rename("kontaktinformation_vaek", "kontaktinformation");
    assertThat(star.read(CITIZEN).send().status()).isEqualTo(200);
  }

  @Test
  void whatCanNotBeAuditedIsNotAnswered() {
    rename("audit", "audit_vaek");

    for (Operation operation : Operation.values()) {
      assertThat(operation.call(star, CITIZEN).send().outcome()).isEqualTo(90009);
    }
    assertThat(star.read("0000000000").send().outcome()).isEqualTo(90009);

    rename("audit_vaek", "audit");
    assertThat(star.read(CITIZEN).send().kontaktinformation())
        .containsExactly("1 +4520120003 2", "2 +4533120003 1", "3 borger3@example.dk 2");
  }

  @Test
  void aWriteThatCanNotBeAuditedIsNotDone() {
    rename("audit", "audit_vaek");
    star.create("0107809001", 1, "20120002").requestId("revision").send();
    rename("audit_vaek", "audit");

    assertThat(star.read("0107809001").send().outcome()).isEqualTo(9159);
    assertThat(star.create("0107809001", 1, "20120002").requestId("revision").send().status())
        .isEqualTo(204);
  }

  @Test
  void aCodeThatCanNotBeQueuedIsNotPromised() {
    rename("outbox", "outbox_vaek");
    assertThat(star.code("0207809002", 1).send().outcome()).isEqualTo(90009);
    rename("outbox_vaek", "outbox");

    assertThat(star.code("0207809002", 1).send().status()).isEqualTo(202);
    assertThat(server.outbox().nextCode("+4520120002")).hasSize(6);
  }

  /**
   * Writers that wait for one citizen hold every connection; who comes after them waits in vain.
   * All at once, because each waits as long as the service does for its database.
   */
  @Test
  void aDatabaseThatHasNoConnectionLeftIs90008() throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.executeQuery("select * from borger where cpr = '0107809001' for update");
      List<Callable<Answer>> writers =
          Collections.nCopies(CONNECTIONS, () -> star.create("0107809001", 1, null).send());
      Future<List<Answer>> written = ForkJoinPool.commonPool().submit(() -> AtOnce.run(writers));
      Await.until("a pool without connections", () -> waiting(CONNECTIONS));

      List<Callable<Answer>> calls =
          Stream.of(Operation.values())
              .<Callable<Answer>>map(operation -> () -> operation.call(star, CITIZEN).send())
              .toList();
      assertThat(AtOnce.run(calls))
          .allSatisfy(
              answer -> {
                assertThat(answer.outcome()).isEqualTo(90008);
                assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
              });

      connection.rollback();
      assertThat(written).succeedsWithin(Duration.ofSeconds(20));
    }
    assertThat(star.read(CITIZEN).send().status()).isEqualTo(200);
  }

  /** Something once so many of the server's sessions wait for a lock. */
  private Optional<Boolean> waiting(int sessions) {
    Object blocked =
        register
            .rows(PostgresqlRelease.isH2Chosen() ? BLOCKED_ON_H2 : BLOCKED_ON_POSTGRESQL)
            .get(0)
            .get("n");
    return Optional.of((Long) blocked >= sessions).filter(full -> full);
  }

  private void rename(String from, String to) {
    register.run("alter table " + from + " rename to " + to);
  }
}
