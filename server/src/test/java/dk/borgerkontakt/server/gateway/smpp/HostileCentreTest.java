package dk.borgerkontakt.server.gateway.smpp;

import static dk.borgerkontakt.server.gateway.smpp.Fixture.cannotSend;
import static dk.borgerkontakt.server.gateway.smpp.Fixture.centre;
import static dk.borgerkontakt.server.gateway.smpp.Fixture.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.server.gateway.smpp.RawCentre.Script;
import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.TestSmsCentre;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A centre may do what it likes: nothing is taken for sent, and the next session is tried. */
class HostileCentreTest {

  /** All at the same time: each test waits for one of them alone. */
  private static final Map<String, RawCentre> OTHERS = new TreeMap<>();

  private static final Map<String, SmsCentre> CENTRES = new TreeMap<>();

  @BeforeAll
  static void start() throws IOException {
    for (Map.Entry<String, Script> script : Misbehaviour.ALL.entrySet()) {
      RawCentre other = new RawCentre(script.getValue());
      OTHERS.put(script.getKey(), other);
      CENTRES.put(script.getKey(), centre(other.port()));
      CENTRES.get(script.getKey()).start();
    }
  }

  @AfterAll
  static void stop() {
    CENTRES.values().forEach(SmsCentre::close);
    OTHERS.values().forEach(RawCentre::close);
  }

  static Stream<String> hostileCentres() {
    return Misbehaviour.ALL.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("hostileCentres")
  void aCentreThatMisbehavesIsTriedAgain(String name) {
    until(
        "a second connection",
        () -> {
          assertThat(cannotSend(CENTRES.get(name))).isTrue();
          return OTHERS.get(name).connections() >= 2;
        });
  }

  @Test
  void theIdOfAnAnswerIsTheGateways() throws IOException {
    try (RawCentre other =
            new RawCentre(
                wire -> {
                  wire.bind();
                  wire.write(RawCentre.SUBMIT_SM | RawCentre.RESPONSE, 0, wire.read()[1], "x-1\0");
                  wire.readInSilence();
                });
        SmsCentre centre = centre(other.port())) {
      assertThat(Fixture.sendInTheEnd(centre, "Hej")).isEqualTo(new Outcome.Accepted("x-1"));
    }
  }

  /** The unbind is answered, and the line is closed by us. */
  @Test
  void anUnbindIsAnswered() throws IOException {
    AtomicInteger answered = new AtomicInteger();
    try (RawCentre other =
            new RawCentre(
                wire -> {
                  wire.bind();
                  wire.write(RawCentre.UNBIND, 0, 7, "");
                  int[] answer = wire.read();
                  if (answer[0] == (RawCentre.UNBIND | RawCentre.RESPONSE) && answer[1] == 7) {
                    answered.incrementAndGet();
                  }
                  wire.readInSilence();
                });
        SmsCentre centre = centre(other.port())) {
      centre.start();

      until("two answered unbinds", () -> answered.get() >= 2);
    }
  }

  @Test
  void aCentreThatStopsInMidPduIsLeft() throws IOException {
    try (RawCentre other =
            new RawCentre(
                wire -> {
                  wire.bind();
                  wire.out().writeInt(100);
                  wire.readInSilence();
                });
        SmsCentre centre = centre(other.port(), Duration.ofMillis(200))) {
      centre.start();

      until("a second connection", () -> other.connections() >= 2);
    }
  }

  /** Neither silent nor ever at an end: only the watch finds it. */
  @Test
  void aCentreThatDripsAPduIsLeft() throws IOException {
    try (RawCentre other =
            new RawCentre(
                wire -> {
                  wire.bind();
                  wire.out().writeInt(60_000);
                  while (true) {
                    wire.out().write(0);
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                  }
                });
        SmsCentre centre = centre(other.port(), Duration.ofMillis(200))) {
      centre.start();

      until("a second connection", () -> other.connections() >= 2);
    }
  }

  @Test
  void aLinkThatDoesNotAnswerIsLeft() throws IOException {
    AtomicInteger tried = new AtomicInteger();
    try (RawCentre other =
            new RawCentre(
                wire -> {
                  wire.bind();
                  while (wire.read()[0] != RawCentre.ENQUIRE_LINK) {
                    tried.get();
                  }
                  tried.incrementAndGet();
                  wire.readInSilence();
                });
        SmsCentre centre = centre(other.port(), Duration.ofMillis(200))) {
      centre.start();

      until("a second session", () -> tried.get() >= 2);
    }
  }

  @Test
  void aCentreThatRefusesTheAccountIsNotHammered() {
    try (TestSmsCentre other = TestSmsCentre.start();
        SmsCentre first = Fixture.withPassword(other.port(), "wrong");
        SmsCentre second = centre(other.port());
        SmsCentre third = centre(other.port())) {
      other.answerNextBind(0x0D);
      other.answerNextBind(0x0E);
      List.of(first, second, third).forEach(SmsCentre::start);
      until("the answers", () -> other.binds() == 3);

      assertThatThrownBy(
              () ->
                  Await.until(
                      "a further bind",
                      Duration.ofMillis(1500),
                      () -> other.binds() > 3 ? Optional.of(1) : Optional.empty()))
          .hasMessageContaining("in vain");
    }
  }

  @Test
  void aCentreThatStillHoldsTheLastSessionIsAskedAgainSoon() {
    try (TestSmsCentre other = TestSmsCentre.start();
        SmsCentre centre = centre(other.port())) {
      other.answerNextBind(0x05);
      centre.start();

      until("a session", () -> other.bound() == 1);
    }
  }

  @Test
  void closingDoesNotWaitForACentreThatDoesNotAnswer() throws IOException {
    try (RawCentre other =
        new RawCentre(
            wire -> {
              wire.bind();
              wire.readInSilence();
            })) {
      SmsCentre centre = centre(other.port());
      centre.start();
      until("a connection", () -> other.connections() == 1);
      long begin = System.nanoTime();

      centre.close();

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }
  }
}
