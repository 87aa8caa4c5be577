package dk.borgerkontakt.server.gateway.smpp;

import static dk.borgerkontakt.server.gateway.smpp.Fixture.bound;
import static dk.borgerkontakt.server.gateway.smpp.Fixture.centre;
import static dk.borgerkontakt.server.gateway.smpp.Fixture.send;
import static dk.borgerkontakt.server.gateway.smpp.Fixture.sendInTheEnd;
import static dk.borgerkontakt.server.gateway.smpp.Fixture.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.testing.TakenMessages.Sms;
import dk.borgerkontakt.server.testing.TestSmsCentre;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsCentreTest {

  private final TestSmsCentre other = TestSmsCentre.start();

  @AfterEach
  void stop() {
    other.close();
  }

  @Test
  void aMessageArrivesAsItWasWritten() {
    try (SmsCentre centre = centre(other.port())) {
      String text = "Din kode er 123456. Den bekræfter dit mobilnummer: @£$_€[]{} Åæø";

      Outcome outcome = sendInTheEnd(centre, text);

      Sms sms = other.taken().messages().get(0);
      assertThat(outcome).isEqualTo(new Outcome.Accepted(sms.id()));
      assertThat(sms.text()).isEqualTo(text);
      assertThat(sms.dataCoding()).isZero();
      assertThat(sms.sender()).isEqualTo("5/0/Borger");
      assertThat(sms.recipient()).isEqualTo("1/1/4570123456");
      assertThat(sms.pdu().getRegisteredDelivery()).isEqualTo((byte) 1);
      assertThat(sms.pdu().getValidityPeriod()).isEqualTo("000000000500000R");
      assertThat(sms.pdu().getEsmClass()).isZero();
      assertThat(sms.pdu().getProtocolId()).isZero();
      assertThat(sms.pdu().getPriorityFlag()).isZero();
      assertThat(sms.pdu().getReplaceIfPresent()).isZero();
    }
  }

  @Test
  void aTextWithOtherLettersTravelsAsUcs2() {
    try (SmsCentre centre = centre(other.port())) {
      sendInTheEnd(centre, "Kód 123456 😀");

      assertThat(other.taken().messages().get(0).text()).isEqualTo("Kód 123456 😀");
      assertThat(other.taken().messages().get(0).dataCoding()).isEqualTo(8);
    }
  }

  @Test
  void theLongestTextOfOneSegmentIsTaken() {
    try (SmsCentre centre = centre(other.port())) {
      sendInTheEnd(centre, "å".repeat(158) + "€");

      assertThat(other.taken().messages().get(0).text()).isEqualTo("å".repeat(158) + "€");
    }
  }

  @ParameterizedTest
  @CsvSource({"a, 161", "€, 81", "ě, 71"})
  void aTextOfTwoSegmentsIsRefused(String character, int times) throws IOException {
    try (SmsCentre centre = centre(other.port())) {
      assertThat(send(centre, character.repeat(times)))
          .isEqualTo(new Outcome.Refused(false, "too long"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "+4512345678, 1/1/4512345678",
    "1231, 3/0/1231",
    "12345678, 0/1/12345678",
    "Min By, 5/0/Min By"
  })
  void theSenderHasTheTypeOfItsForm(String sender, String expected) {
    try (SmsCentre centre = Fixture.sendingAs(sender, other.port())) {
      sendInTheEnd(centre, "Hej");

      assertThat(other.taken().messages().get(0).sender()).isEqualTo(expected);
    }
  }

  @Test
  void aMessageIsValidNoLongerThanItsCode() throws IOException {
    try (SmsCentre centre = bound(centre(other.port()), other)) {
      Instant now = Fixture.CLOCK.instant();

      centre.send(Fixture.message("Hej"), now.plus(Duration.ofMinutes(10)).plusMillis(1999));

      assertThat(other.taken().messages().get(1).pdu().getValidityPeriod())
          .isEqualTo("000000001001000R");
      assertThatThrownBy(() -> centre.send(Fixture.message("Hej"), now.minusSeconds(60)))
          .isInstanceOf(IOException.class);
      assertThat(other.taken().count()).isEqualTo(2);
    }
  }

  @Test
  void aNumberThatTheCentreDoesNotKnowIsInvalid() throws IOException {
    try (SmsCentre centre = bound(centre(other.port()), other)) {
      other.taken().answerNext(0x0B);

      assertThat(send(centre, "Hej")).isEqualTo(new Outcome.Refused(true, "0x0000000b"));
    }
  }

  @Test
  void aMessageThatTheCentreDoesNotTakeIsRefusedAndTheNumberStays() throws IOException {
    try (SmsCentre centre = bound(centre(other.port()), other)) {
      other.taken().answerNext(0x01);

      assertThat(send(centre, "Hej")).isEqualTo(new Outcome.Refused(false, "0x00000001"));
    }
  }

  /** The account, the configuration, the centre, and what no standard knows. */
  @ParameterizedTest
  @ValueSource(ints = {0x02, 0x08, 0x0A, 0x0D, 0x15, 0x45, 0x48, 0x50, 0x62, 0xFF, 0x101, 0x400})
  void whateverElseTheCentreSaysIsTriedAgain(int status) throws IOException {
    try (SmsCentre centre = bound(centre(other.port()), other)) {
      other.taken().answerNext(status);

      assertThatThrownBy(() -> send(centre, "Hej")).isInstanceOf(IOException.class);
      assertThat(send(centre, "Hej")).isInstanceOf(Outcome.Accepted.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x58, 0x14})
  void aCentreThatHasEnoughIsLeftInPeaceForAMoment(int status) throws IOException {
    try (SmsCentre centre = bound(centre(other.port()), other)) {
      other.taken().answerNext(status);
      assertThatThrownBy(() -> send(centre, "Hej")).isInstanceOf(IOException.class);

      long begin = System.nanoTime();
      send(centre, "Hej");

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(900));
    }
  }

  @Test
  void withoutASessionSendingFailsAtOnce() {
    other.stop();
    try (SmsCentre centre = centre(other.port())) {
      long begin = System.nanoTime();

      assertThatThrownBy(() -> send(centre, "Hej")).isInstanceOf(IOException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(400));
    }
  }

  @Test
  void aMessageWithoutAnAnswerIsTriedAgain() {
    try (SmsCentre centre = bound(centre(other.port()), other)) {
      other.taken().hang(true);

      assertThatThrownBy(() -> send(centre, "Hej")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aCentreThatComesBackIsBoundAgain() {
    try (SmsCentre centre = bound(centre(other.port()), other)) {
      other.stop();
      until("the loss", () -> Fixture.cannotSend(centre));

      other.startAgain();

      assertThat(sendInTheEnd(centre, "Hej")).isInstanceOf(Outcome.Accepted.class);
    }
  }

  @Test
  void aSessionThatTheCentreEndsIsBoundAgain() {
    try (SmsCentre centre = bound(centre(other.port()), other)) {
      other.unbind();
      until("a second session", () -> other.binds() == 2);

      assertThat(sendInTheEnd(centre, "Hej")).isInstanceOf(Outcome.Accepted.class);
    }
  }

  @RepeatedTest(5) // the moment between sending and waiting is a short one
  void nobodyWaitsForTheAnswerOfALostSession() {
    TestSmsCentre patient = TestSmsCentre.start();
    try (patient;
        SmsCentre centre = bound(Fixture.withTimeout(patient.port(), 10_000), patient)) {
      patient.taken().dropAfter(1);
      long begin = System.nanoTime();

      assertThatThrownBy(() -> send(centre, "Hej")).isInstanceOf(IOException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void aLinkWithNothingToSendIsTried() {
    try (SmsCentre centre = centre(other.port(), Duration.ofMillis(100))) {
      centre.start();

      until("enquire_links", () -> other.taken().enquireLinks() >= 3);
      assertThat(other.binds()).isEqualTo(1);
    }
  }

  @Test
  void closingUnbindsAndLeavesNoThread() {
    Set<Thread> before = Fixture.threads();
    SmsCentre centre = bound(centre(other.port()), other);

    centre.close();

    until("the unbind", () -> other.bound() == 0);
    until("the end of its threads", () -> before.containsAll(Fixture.threads()));
    assertThatThrownBy(() -> send(centre, "Hej")).isInstanceOf(IOException.class);
  }
}
