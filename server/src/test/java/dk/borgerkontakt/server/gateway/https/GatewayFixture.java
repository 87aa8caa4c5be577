package dk.borgerkontakt.server.gateway.https;

import dk.borgerkontakt.server.config.messages.SmsSettings;
import dk.borgerkontakt.server.config.messages.SmsSettings.Https;
import dk.borgerkontakt.server.config.messages.SmsSettings.Rule;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.testing.MutableClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A gateway as an operator might describe it, and a message for it. */
final class GatewayFixture {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Instant UDLOEBER = NOW.plusSeconds(90).plusMillis(900);
  static final String MODTAGER = "+4570123456";

  static final String BODY =
      """
      {"to": ["{modtager}"], "msisdn": {msisdn}, "text": "{tekst}", "from": "{afsender}",
       "reference": "{id}", "validity": {sekunder}}""";

  private GatewayFixture() {}

  static Https https(URI url) {
    return new Https(
        url,
        Map.of("Authorization", "Bearer hemmelig"),
        BODY,
        new Rule("/status", "accepted"),
        "/id",
        List.of(new Rule("/errors/0/code", "NUMBER"), new Rule("/error", "7")),
        List.of(new Rule("/error", "known")));
  }

  /** One that says nothing but its status. */
  static HttpsGateway withoutRules(URI url) {
    Https https = new Https(url, Map.of(), BODY, null, null, List.of(), List.of());
    return gateway(https, Duration.ofSeconds(5), null);
  }

  static HttpsGateway gateway(URI url, Duration timeout) {
    return gateway(https(url), timeout, null);
  }

  static HttpsGateway gateway(Https https, Duration timeout, Path caFile) {
    MutableClock clock = new MutableClock();
    clock.set(NOW);
    return new HttpsGateway(new SmsSettings(https, "Kontakt", 10, timeout, caFile), https, clock);
  }

  static Message message(String tekst) {
    return new Message(UUID.randomUUID(), Kanal.SMS, MODTAGER, null, tekst, NOW);
  }
}
