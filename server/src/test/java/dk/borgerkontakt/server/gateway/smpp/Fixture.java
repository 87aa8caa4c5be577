package dk.borgerkontakt.server.gateway.smpp;

import dk.borgerkontakt.server.config.messages.SmsSettings;
import dk.borgerkontakt.server.outbox.DeliveryReceipts;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.MutableClock;
import dk.borgerkontakt.server.testing.TestSmsCentre;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Settings, messages and a clock for sending to a test centre. */
final class Fixture {

  static final Duration TIMEOUT = Duration.ofMillis(500);
  static final String RECIPIENT = "+4570123456";

  /** Stands still. */
  static final MutableClock CLOCK = new MutableClock();

  static final DeliveryReceipts NO_RECEIPTS =
      (kanal, gatewayId, receipt, code) -> {
        throw new AssertionError("no receipt was sent");
      };

  private Fixture() {}

  static SmsCentre centre(int port) {
    return centre(port, NO_RECEIPTS);
  }

  static SmsCentre centre(int port, DeliveryReceipts receipts) {
    return new SmsCentre(
        settings(smpp(port, Duration.ofSeconds(30)), "Borger"),
        smpp(port, Duration.ofSeconds(30)),
        receipts,
        CLOCK);
  }

  static SmsCentre centre(int port, Duration enquireLink) {
    SmsSettings.Smpp smpp = smpp(port, enquireLink);
    return new SmsCentre(settings(smpp, "Borger"), smpp, NO_RECEIPTS, CLOCK);
  }

  static SmsCentre withTimeout(int port, int millis) {
    SmsSettings.Smpp smpp = smpp(port, Duration.ofSeconds(30));
    return new SmsCentre(
        new SmsSettings(smpp, "Borger", 10, Duration.ofMillis(millis), null),
        smpp,
        NO_RECEIPTS,
        CLOCK);
  }

  static SmsCentre withPassword(int port, String password) {
    SmsSettings.Smpp smpp = smpp(port, password, Duration.ofSeconds(30));
    return new SmsCentre(settings(smpp, "Borger"), smpp, NO_RECEIPTS, CLOCK);
  }

  static SmsCentre sendingAs(String sender, int port) {
    SmsSettings.Smpp smpp = smpp(port, Duration.ofSeconds(30));
    return new SmsCentre(settings(smpp, sender), smpp, NO_RECEIPTS, CLOCK);
  }

  static SmsCentre overTls(String host, int port, @Nullable Path caFile) {
    SmsSettings.Smpp smpp =
        new SmsSettings.Smpp(
            host,
            port,
            true,
            TestSmsCentre.SYSTEM_ID,
            TestSmsCentre.PASSWORD,
            "",
            Duration.ofSeconds(30));
    return new SmsCentre(
        new SmsSettings(smpp, "Borger", 10, Duration.ofSeconds(2), caFile),
        smpp,
        NO_RECEIPTS,
        CLOCK);
  }

  static SmsSettings settings(SmsSettings.Smpp smpp, String sender) {
    return new SmsSettings(smpp, sender, 10, TIMEOUT, null);
  }

  static SmsSettings.Smpp smpp(int port, Duration enquireLink) {
    return smpp(port, TestSmsCentre.PASSWORD, enquireLink);
  }

  static SmsSettings.Smpp smpp(int port, String password, Duration enquireLink) {
    return new SmsSettings.Smpp(
        "127.0.0.1", port, false, TestSmsCentre.SYSTEM_ID, password, "", enquireLink);
  }

  static Message message(String text) {
    return new Message(UUID.randomUUID(), Kanal.SMS, RECIPIENT, null, text, CLOCK.instant());
  }

  static Outcome send(SmsCentre centre, String text) throws IOException {
    return centre.send(message(text), CLOCK.instant().plusSeconds(300));
  }

  /** Sends it as soon as the centre takes it. */
  static Outcome sendInTheEnd(SmsCentre centre, String text) {
    return Await.until(
        "a message that is taken",
        () -> {
          try {
            return Optional.of(send(centre, text));
          } catch (IOException e) {
            return Optional.empty();
          }
        });
  }

  /** A centre that is bound to the other. */
  static SmsCentre bound(SmsCentre centre, TestSmsCentre other) {
    centre.start();
    until("a session", () -> other.bound() > 0);
    sendInTheEnd(centre, "Hej");
    return centre;
  }

  static void until(String awaited, BooleanSupplier condition) {
    Await.until(
        awaited, () -> condition.getAsBoolean() ? Optional.of(Boolean.TRUE) : Optional.empty());
  }

  static boolean cannotSend(SmsCentre centre) {
    try {
      send(centre, "Hej");
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** The threads that keep this process alive. */
  static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon() || thread.getName().startsWith("smpp"))
        .collect(Collectors.toSet());
  }
}
