package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Operation;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The header x-requestId: a request is done once. */
class RequestIdTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private final Caller akasse = server.as("akasse-11");
  private final String citizen = server.register().newCitizen();
  private final String id = UUID.randomUUID().toString();

  @Test
  void theSameIdAgainIs412AndNothingIsDone() {
    assertThat(create("20120002").status()).isEqualTo(204);

    Answer again = create("20120003");

    assertThat(again.outcome()).isEqualTo(90003);
    assertThat(again.faults()).containsExactly("x-requestId 90003");
    assertThat(akasse.read(citizen).send().kontaktinformation()).containsExactly("1 +4520120002 1");
  }

  @Test
  void anIdIsUsedUpForAllOperationsAndCitizens() {
    create("20120002");

    assertThat(akasse.status(citizen, 1, 2).requestId(id).send().outcome()).isEqualTo(90003);
    assertThat(akasse.code(citizen, 1).requestId(id).send().outcome()).isEqualTo(90003);
    assertThat(akasse.verify(citizen, 1, "123456").requestId(id).send().outcome()).isEqualTo(90003);
    String other = server.register().newCitizen();
    assertThat(akasse.create(other, 1, "20120002").requestId(id).send().outcome()).isEqualTo(90003);
  }

  @Test
  void everyWriteTakesItsId() {
    String mobile = Register.freeMobile();
    akasse.create(citizen, 1, mobile).send();

    assertThat(akasse.status(citizen, 1, 3).requestId(id + "s").send().status()).isEqualTo(204);
    assertThat(akasse.code(citizen, 1).requestId(id + "c").send().status()).isEqualTo(202);
    String code = server.outbox().nextCode(mobile);
    assertThat(akasse.verify(citizen, 1, code).requestId(id + "v").send().status()).isEqualTo(204);

    for (String suffix : List.of("s", "c", "v")) {
      assertThat(akasse.create(citizen, 1, null).requestId(id + suffix).send().outcome())
          .isEqualTo(90003);
    }
  }

  @Test
  void anotherClientHasItsOwnIds() {
    create("20120002");

    assertThat(
            server.as("kommune-101").create(citizen, 1, "20120003").requestId(id).send().status())
        .isEqualTo(204);
  }

  @Test
  void idsAreComparedWithTheirCase() {
    assertThat(akasse.create(citizen, 1, null).requestId("a" + id).send().status()).isEqualTo(204);
    assertThat(akasse.create(citizen, 1, null).requestId("A" + id).send().status()).isEqualTo(204);
  }

  @Test
  void aRefusedRequestDoesNotUseItsIdUp() {
    String strange = server.register().newStranger();

    assertThat(akasse.create(citizen, 1, "12").requestId(id).send().outcome()).isEqualTo(9156);
    assertThat(akasse.create(strange, 1, null).requestId(id).send().outcome()).isEqualTo(4575);
    assertThat(akasse.code(citizen, 1).requestId(id).send().outcome()).isEqualTo(9159);
    assertThat(akasse.status(citizen, 1, 1).requestId(id).send().outcome()).isEqualTo(9159);

    assertThat(create("20120002").status()).isEqualTo(204);
  }

  @Test
  void aWrongCodeDoesNotUseItsIdUpThoughTheAttemptCounts() {
    String mobile = Register.freeMobile();
    akasse.create(citizen, 1, mobile).send();
    akasse.code(citizen, 1).send();
    String code = server.outbox().nextCode(mobile);

    for (int i = 0; i < 4; i++) {
      assertThat(akasse.verify(citizen, 1, Codes.wrong(code)).requestId(id).send().outcome())
          .isEqualTo(90001);
    }

    assertThat(akasse.verify(citizen, 1, code).requestId(id).send().status()).isEqualTo(204);
  }

  @Test
  void anIdIsFreeAgainAfter24Hours() {
    try (TestServer own = TestServer.start()) {
      Caller caller = own.as("akasse-11");
      assertThat(caller.create("0107809001", 1, null).requestId(id).send().status()).isEqualTo(204);

      own.clock().advance(Duration.ofHours(24).minusSeconds(1));
      assertThat(caller.create("0107809001", 1, null).requestId(id).send().outcome())
          .isEqualTo(90003);

      own.clock().advance(Duration.ofSeconds(1));
      assertThat(caller.create("0107809001", 1, null).requestId(id).send().status()).isEqualTo(204);
      assertThat(caller.create("0107809001", 1, null).requestId(id).send().outcome())
          .isEqualTo(90003);
    }
  }

  @Test
  void ofTwelveAtOnceOneIsDone() {
    List<Callable<Integer>> twelve =
        IntStream.range(0, 12)
            .<Callable<Integer>>mapToObj(i -> () -> create("201201%02d".formatted(i)).outcome())
            .toList();

    List<Integer> outcomes = AtOnce.run(twelve);

    assertThat(outcomes).containsOnlyOnce(204);
    assertThat(Collections.frequency(outcomes, 90003)).isEqualTo(11);
    int winner = outcomes.indexOf(204);
    assertThat(akasse.read(citizen).send().kontaktinformation())
        .containsExactly("1 +45201201%02d 1".formatted(winner));
  }

  @Test
  void ofTwelveOnDifferentCitizensOneIsDone() {
    List<Callable<Integer>> twelve =
        IntStream.range(0, 12)
            .mapToObj(i -> server.register().newCitizen())
            .<Callable<Integer>>map(
                cpr -> () -> akasse.create(cpr, 1, "20120002").requestId(id).send().outcome())
            .toList();

    List<Integer> outcomes = AtOnce.run(twelve);

    assertThat(outcomes).containsOnlyOnce(204);
    assertThat(Collections.frequency(outcomes, 90003)).isEqualTo(11);
  }

  @Test
  void aReadTakesNoId() {
    create("20120002");

    assertThat(akasse.read(citizen).requestId(id).send().status()).isEqualTo(200);
  }

  @Test
  void theLongestIdIsTaken() {
    String longest = "x".repeat(46);

    for (Operation operation : List.of(Operation.CREATE, Operation.STATUS)) {
      assertThat(
              operation.call(akasse, citizen).requestId(longest + "x").illFormed().send().outcome())
          .isEqualTo(1014);
    }
    assertThat(akasse.create(citizen, 1, null).requestId(longest).send().status()).isEqualTo(204);
    assertThat(akasse.create(citizen, 1, null).requestId(longest).send().outcome())
        .isEqualTo(90003);
  }

  private Answer create(String mobile) {
    return akasse.create(citizen, 1, mobile).requestId(id).send();
  }
}
