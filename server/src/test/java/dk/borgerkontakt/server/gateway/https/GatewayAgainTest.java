package dk.borgerkontakt.server.gateway.https;

import static dk.borgerkontakt.server.gateway.https.GatewayFixture.MODTAGER;
import static dk.borgerkontakt.server.gateway.https.GatewayFixture.UDLOEBER;
import static dk.borgerkontakt.server.gateway.https.GatewayFixture.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dk.borgerkontakt.server.config.SettingsReader;
import dk.borgerkontakt.server.config.messages.SmsSettings;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.testing.MutableClock;
import dk.borgerkontakt.server.testing.TestSmsGateway;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a gateway with a memory makes of messages that come again, and of many at once. */
class GatewayAgainTest {

  private static final int MANY = 500;
  private static final int WINDOW = 10;

  @AutoClose private final TestSmsGateway sms = TestSmsGateway.start();
  private final HttpsGateway gateway = configured();

  @Test
  void aMessageThatComesAgainIsDeliveredOnce() throws IOException {
    Message message = message("x");

    Outcome first = gateway.send(message, UDLOEBER);

    assertThat(gateway.send(message, UDLOEBER)).isEqualTo(first);
    assertThat(sms.requests(message.id().toString())).isEqualTo(2);
    assertThat(sms.delivered(MODTAGER)).hasSize(1);
  }

  @Test
  void takesUpAgainWhenTheGatewayIsBack() throws IOException {
    gateway.send(message("before"), UDLOEBER);
    sms.stop();
    assertThatIOException().isThrownBy(() -> gateway.send(message("lost"), UDLOEBER));

    sms.restart();
    gateway.send(message("after"), UDLOEBER);

    assertThat(sms.delivered())
        .extracting(TestSmsGateway.Sms::tekst)
        .containsExactlyInAnyOrder("before", "after");
  }

  @Test
  void aNumberThatTheGatewayCannotReachIsInvalid() throws IOException {
    sms.cannotReach(MODTAGER);

    assertThat(gateway.send(message("x"), UDLOEBER))
        .isEqualTo(new Outcome.Refused(true, "422 unknown-number"));
  }

  @Test
  void sendsAsManyAtOnceAsAreHandedOver() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WINDOW);
    Callable<Outcome> send = () -> gateway.send(message("x"), UDLOEBER);
    try {
      for (var sent : threads.invokeAll(IntStream.range(0, MANY).mapToObj(i -> send).toList())) {
        assertThat(sent.get()).isInstanceOf(Outcome.Accepted.class);
      }
    } finally {
      threads.shutdown();
    }

    assertThat(sms.delivered()).hasSize(MANY);
  }

  private HttpsGateway configured() {
    Map<String, String> settings = new TreeMap<>(sms.settings());
    settings.put("borgerkontakt.messages.sandbox-recipients", MODTAGER);
    SmsSettings read = SettingsReader.read(Map.of(), Map.of(), settings).messages().sms();
    MutableClock clock = new MutableClock();
    clock.set(GatewayFixture.NOW);
    return new HttpsGateway(read, (SmsSettings.Https) read.gateway(), clock);
  }
}
