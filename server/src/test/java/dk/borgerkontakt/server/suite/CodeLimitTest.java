package dk.borgerkontakt.server.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.testing.Answer;
import dk.borgerkontakt.server.testing.Caller;
import dk.borgerkontakt.server.testing.Register;
import dk.borgerkontakt.server.testing.TestServer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How often codes may be asked for and guessed at. The clock moves, but only ever on. */
class CodeLimitTest {

  @AutoClose private static final TestServer server = TestServer.start();

  private final Caller akasse = server.as("akasse-11");
  private final String citizen = server.register().newCitizen();
  private final String email = Register.freeEmail();

  @Test
  void aCodeAllowsFiveAttempts() {
    String code = firstCode();
    for (int i = 0; i < 5; i++) {
      assertThat(verify(Codes.wrong(code)).outcome()).isEqualTo(90001);
    }

    Answer sixth = verify(code);

    assertThat(sixth.outcome()).isEqualTo(90002);
    assertThat(sixth.header("Retry-After")).isEqualTo("60");
    assertThat(verify(Codes.wrong(code)).outcome()).isEqualTo(90002);
  }

  @Test
  void theFifthAttemptMayBeTheRightOne() {
    String code = firstCode();
    for (int i = 0; i < 4; i++) {
      assertThat(verify(Codes.wrong(code)).outcome()).isEqualTo(90001);
    }

    assertThat(verify(code).status()).isEqualTo(204);
  }

  @Test
  void theRefusalTellsWhenANewCodeMayBeAskedFor() {
    String code = firstCode();
    for (int i = 0; i < 5; i++) {
      verify(Codes.wrong(code));
    }
    server.clock().advance(Duration.ofSeconds(45));
    assertThat(verify(code).header("Retry-After")).isEqualTo("15");

    server.clock().advance(Duration.ofSeconds(15));
    assertThat(verify(code).outcome()).isEqualTo(90002);

    assertThat(verify(newCode()).status()).isEqualTo(204);
  }

  @Test
  void thirtyGuessesAtOnceAreFive() {
    String code = firstCode();

    List<Integer> outcomes =
        AtOnce.run(
            IntStream.range(0, 30)
                .<Callable<Integer>>mapToObj(i -> () -> verify(Codes.wrong(code)).outcome())
                .toList());

    assertThat(Collections.frequency(outcomes, 90001)).isEqualTo(5);
    assertThat(Collections.frequency(outcomes, 90002)).isEqualTo(25);
    assertThat(verify(code).outcome()).isEqualTo(90002);
  }

  @Test
  void sixtySecondsLieBetweenTwoCodesToOneAddress() {
    firstCode();

    assertThat(ask().header("Retry-After")).isEqualTo("60");
    server.clock().advance(Duration.ofSeconds(59));
    assertThat(ask().outcome()).isEqualTo(90002);
    assertThat(ask().header("Retry-After")).isEqualTo("1");
    server.clock().advance(Duration.ofSeconds(1));

    assertThat(ask().status()).isEqualTo(202);
  }

  @Test
  void thePauseRunsPerAddressAndAcrossCitizens() {
    firstCode();
    String other = server.register().newCitizen();
    akasse.create(other, 3, email, 1, Register.freeMobile()).send();

    assertThat(akasse.code(other, 3).send().outcome()).isEqualTo(90002);
    assertThat(akasse.code(other, 1).send().status()).isEqualTo(202);
    akasse.create(other, 3, Register.freeEmail()).send();
    assertThat(akasse.code(other, 3).send().status()).isEqualTo(202);
  }

  @Test
  void ofManyAtOnceOneGetsACode() {
    akasse.create(citizen, 3, email).send();

    List<Integer> outcomes =
        AtOnce.run(Collections.nCopies(8, (Callable<Integer>) () -> ask().outcome()));

    assertThat(outcomes).containsOnlyOnce(202);
    assertThat(Collections.frequency(outcomes, 90002)).isEqualTo(7);
  }

  @Test
  void fiveCodesInADayAndTheSixthWhenTheFirstIsADayOld() {
    firstCode();
    for (int i = 0; i < 4; i++) {
      server.clock().advance(Duration.ofHours(1));
      newCode();
    }
    server.clock().advance(Duration.ofHours(1));

    Answer sixth = ask();

    assertThat(sixth.outcome()).isEqualTo(90002);
    assertThat(sixth.header("Retry-After")).isEqualTo(seconds(Duration.ofHours(19)));
    server.clock().advance(Duration.ofHours(19).minusSeconds(1));
    assertThat(ask().outcome()).isEqualTo(90002);
    server.clock().advance(Duration.ofSeconds(1));
    assertThat(ask().status()).isEqualTo(202);
    assertThat(ask().outcome()).isEqualTo(90002);
  }

  @Test
  void anAddressThatIsChangedOrDeletedResetsNothing() {
    firstCode();
    for (int i = 0; i < 4; i++) {
      String next = Register.freeEmail();
      if (i % 2 == 0) {
        akasse.create(citizen, 3, null).send();
      }
      akasse.create(citizen, 3, next).send();
      assertThat(ask().status()).isEqualTo(202);
    }

    akasse.create(citizen, 3, null).send();
    akasse.create(citizen, 3, Register.freeEmail()).send();

    Answer sixth = ask();
    assertThat(sixth.outcome()).isEqualTo(90002);
    assertThat(sixth.header("Retry-After")).isEqualTo(seconds(Duration.ofHours(24)));
  }

  @Test
  void aCodeWithoutAttemptsIsNotReborn() {
    String code = firstCode();
    for (int i = 0; i < 5; i++) {
      verify(Codes.wrong(code));
    }

    akasse.create(citizen, 3, email).send();
    assertThat(verify(code).outcome()).isEqualTo(90002);

    akasse.create(citizen, 3, null).send();
    akasse.create(citizen, 3, email).send();
    assertThat(verify(code).outcome()).isIn(90001, 90002);
    assertThat(ask().outcome()).isEqualTo(90002);
    assertThat(akasse.read(citizen).send().kontaktinformation())
        .containsExactly("3 " + email + " 1");
  }

  @Test
  void aVerifiedAddressThatIsTakenBackResetsNothing() {
    for (int i = 0; i < 5; i++) {
      String code = i == 0 ? firstCode() : newCode();
      assertThat(verify(code).status()).isEqualTo(204);
      akasse.status(citizen, 3, 1).send();
      server.clock().advance(Duration.ofMinutes(2));
    }

    assertThat(ask().outcome()).isEqualTo(90002);
  }

  @Test
  void theTypesAreCountedApart() {
    firstCode();
    for (int i = 0; i < 4; i++) {
      server.clock().advance(Duration.ofMinutes(1));
      newCode();
    }
    assertThat(ask().outcome()).isEqualTo(90002);
    akasse.create(citizen, 1, Register.freeMobile()).send();

    assertThat(akasse.code(citizen, 1).send().status()).isEqualTo(202);
  }

  @Test
  void atMostTwentyFiveGuessesADay() {
    akasse.create(citizen, 3, email).send();
    int guesses = 0;
    for (int i = 0; i < 30; i++) {
      if (ask().status() == 202) {
        String code = server.outbox().nextCode(email);
        while (verify(Codes.wrong(code)).outcome() == 90001) {
          guesses++;
        }
      }
      server.clock().advance(Duration.ofMinutes(30));
    }

    assertThat(guesses).isEqualTo(25);
  }

  @Test
  void aRefusedRequestForACodeIsNotCounted() {
    firstCode();
    for (int i = 0; i < 20; i++) {
      assertThat(ask().outcome()).isEqualTo(90002);
    }
    server.clock().advance(Duration.ofSeconds(60));

    assertThat(ask().status()).isEqualTo(202);
  }

  private String firstCode() {
    akasse.create(citizen, 3, email).send();
    return newCode();
  }

  private String newCode() {
    assertThat(ask().status()).isEqualTo(202);
    return server.outbox().nextCode(email);
  }

  private Answer ask() {
    return akasse.code(citizen, 3).send();
  }

  private Answer verify(String code) {
    return akasse.verify(citizen, 3, code).send();
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }
}
