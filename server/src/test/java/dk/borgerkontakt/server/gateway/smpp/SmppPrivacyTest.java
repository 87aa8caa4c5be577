package dk.borgerkontakt.server.gateway.smpp;

import static dk.borgerkontakt.server.gateway.smpp.Fixture.bound;
import static dk.borgerkontakt.server.gateway.smpp.Fixture.cannotSend;
import static dk.borgerkontakt.server.gateway.smpp.Fixture.send;
import static dk.borgerkontakt.server.gateway.smpp.Fixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dk.borgerkontakt.server.testing.LogLines;
import dk.borgerkontakt.server.testing.TestSmsCentre;
import java.io.IOException;
import org.jsmpp.bean.MessageType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Nothing of a message is logged, however it goes, not even where everything of ours is. */
class SmppPrivacyTest {

  private static final String TEXT = "Din kode er 135790.";

  private final Logger ours = (Logger) LoggerFactory.getLogger("dk.borgerkontakt");
  private final Level before = ours.getLevel();
  @AutoClose private final LogLines log = LogLines.ofAll();

  @BeforeEach
  void listen() {
    ours.setLevel(Level.DEBUG);
  }

  @AfterEach
  void stop() {
    ours.setLevel(before);
  }

  @Test
  void neitherSuccessNorRefusalNorReceiptIsQuoted() throws IOException {
    try (TestSmsCentre other = TestSmsCentre.start();
        SmsCentre centre =
            bound(Fixture.centre(other.port(), (kanal, id, receipt, code) -> false), other)) {
      send(centre, TEXT);
      other.taken().answerNext(0x0B, 0x08);
      send(centre, TEXT);
      cannotSend(centre);
      other.receipt("17", "DELIVRD", "000");
      other.deliver(MessageType.DEFAULT, "svar fra +4570123456");
    }
    assertNothingIsQuoted();
  }

  @Test
  void aCentreThatGoesAwayIsToldOnceWithTheTypeOfWhatWentWrong() {
    try (TestSmsCentre other = TestSmsCentre.start();
        SmsCentre centre = bound(Fixture.centre(other.port()), other)) {
      other.stop();
      until("a line", () -> told("can't be reached: java.net.ConnectException") == 1);
      assertThat(cannotSend(centre)).isTrue();
      assertThat(told("The session with the SMS centre has ended")).isOne();
    }
    assertNothingIsQuoted();
  }

  private long told(String end) {
    return log.texts().stream().filter(text -> text.endsWith(end)).count();
  }

  @Test
  void aMalformedMessageIsNotQuoted() throws IOException {
    try (RawCentre other =
            new RawCentre(
                wire -> {
                  wire.bind();
                  wire.write(
                      RawCentre.DELIVER_SM, 0, 1, "\0\1\1+4570123456+4570123456+4570123456\0");
                  wire.readInSilence();
                });
        SmsCentre centre = Fixture.centre(other.port())) {
      until(
          "a second connection",
          () -> {
            assertThat(cannotSend(centre)).isTrue();
            return other.connections() >= 2;
          });
    }
    assertNothingIsQuoted();
  }

  private void assertNothingIsQuoted() {
    assertThat(log.events())
        .isNotEmpty()
        .allSatisfy(
            event -> {
              assertThat(event.getLoggerName()).startsWith("dk.borgerkontakt");
              assertThat(event.getThrowableProxy()).isNull();
              assertThat(event.getFormattedMessage())
                  .doesNotContain("70123456", "135790", "kode", "svar", TestSmsCentre.PASSWORD);
            });
  }
}
