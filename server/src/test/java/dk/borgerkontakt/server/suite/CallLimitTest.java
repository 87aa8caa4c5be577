package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Operation;
import dk.borgerkontakt.server.testing.TestServer;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The limit of calls per client. The bucket fills in real time, so tests never count on none left.
 */
class CallLimitTest {

  @AutoClose
  private static final TestServer server =
      TestServer.with().setting("borgerkontakt.limits.requests-per-second", "1").start();

  private static final String CITIZEN = "0307809003";

  @ParameterizedTest
  @EnumSource
  void everyOperationIsLimited(Operation operation) {
    Answer answer = exhausted(operation, server.as("star"));

    assertThat(answer.status()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isEqualTo(1);
  }

  @Test
  void theLimitIsPerClient() {
    exhausted(Operation.GET, server.as("akasse-11"));

    assertThat(server.as("kommune-101").read(CITIZEN).send().status()).isEqualTo(200);
  }

  @Test
  void aClientMayCallAgainAfterAWhile() {
    Caller caller = server.as("akasse-12");
    exhausted(Operation.GET, caller);

    Answer answer =
        Await.until(
            "an empty place in the bucket",
            () -> Optional.of(caller.read("0607809006").send()).filter(a -> a.status() != 429));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void tokenAndScopeComeBeforeTheLimit() {
    Caller reader = server.as("laeser-akasse-11");
    exhausted(Operation.GET, reader);

    assertThat(reader.read(CITIZEN).token("ingen").send().outcome()).isEqualTo(1012);
    assertThat(reader.create(CITIZEN, 1, null).send().outcome()).isEqualTo(1013);
  }

  @Test
  void theLimitComesBeforeTheOrganisationsCode() {
    Caller unknown = server.as("akasse-99");
    assertThat(unknown.read(CITIZEN).send().outcome()).isEqualTo(4985);

    assertThat(exhausted(Operation.GET, unknown).outcome()).isEqualTo(90002);
  }

  @Test
  void whatIsRefusedBeforeItsTokenCountsForNobody() {
    Caller caller = server.as("kommune-751");
    for (int i = 0; i < 5; i++) {
      caller.read("0607809006").token("ingen").send();
      caller.call("PUT", Caller.PATH).illFormed().send();
    }

    assertThat(caller.read("0607809006").send().status()).isEqualTo(200);
  }

  @Test
  void zeroIsNoLimit() {
    try (TestServer unlimited =
        TestServer.with().setting("borgerkontakt.limits.requests-per-second", "0").start()) {
      Caller star = unlimited.as("star");
      for (int i = 0; i < 50; i++) {
        assertThat(star.read(CITIZEN).send().status()).isEqualTo(200);
      }
    }
  }

  private static Answer exhausted(Operation operation, Caller caller) {
    return Await.until(
        "the limit",
        () ->
            Optional.of(operation.call(caller, CITIZEN).send())
                .filter(answer -> answer.outcome() == 90002));
  }
}
