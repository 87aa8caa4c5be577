package dk.borgerkontakt.server.gateway.https;

import dk.borgerkontakt.server.config.messages.SmsSetting;
import dk.borgerkontakt.server.config.messages.SmsSettings;
import dk.borgerkontakt.server.config.messages.SmsSettings.Https;
import dk.borgerkontakt.server.gateway.TrustedCertificates;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.MessageSender;
import dk.borgerkontakt.server.outbox.NotTakenException;
import dk.borgerkontakt.server.outbox.Outcome;
import dk.borgerkontakt.server.outgoing.BoundedExchange;
import dk.borgerkontakt.server.telemetry.Traceparent;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Hands SMS to a gateway that takes JSON over HTTPS. The message's id goes along as {@code
 * Idempotency-Key}, so that a gateway which knows that header sends a repeated message once.
 * Redirects are not followed: they would carry number and code to an address that nobody chose.
 */
public final class HttpsGateway implements MessageSender {

  private static final int MOST_BYTES = 64 * 1024;

  private final BoundedExchange exchange;
  private final HttpRequest.Builder request;
  private final RequestBody body;
  private final AnswerRules rules;
  private final Clock clock;

  /**
   * A gateway that nothing is asked of yet.
   *
   * @throws dk.borgerkontakt.server.config.ConfigurationException when the certificates that it is
   *     trusted by can't be read
   */
  public HttpsGateway(SmsSettings settings, Https https, Clock clock) {
    this.exchange =
        new BoundedExchange(
            TrustedCertificates.of(settings.caFile(), SmsSetting.CA_FILE).sslContext(),
            settings.timeout(),
            MOST_BYTES);
    this.request = HttpRequest.newBuilder(https.url()).setHeader("Accept", "application/json");
    https.headers().forEach(request::setHeader);
    this.body = new RequestBody(https.body(), settings.sender());
    this.rules = new AnswerRules(https);
    this.clock = clock;
  }

  /** Ends within the configured timeout, the connection and the whole answer included. */
  @Override
  public Outcome send(Message message, Instant udloeber) throws IOException {
    long seconds = clock.instant().until(udloeber, ChronoUnit.SECONDS);
    if (seconds < 1) {
      throw new NotTakenException("no time is left");
    }
    HttpResponse<byte[]> answer = exchange.send(request(message, seconds));
    return rules.outcome(message, answer.statusCode(), answer.body());
  }

  private HttpRequest request(Message message, long seconds) {
    HttpRequest.Builder one = request.copy();
    Traceparent.send(one::setHeader);
    return one.setHeader("Content-Type", "application/json")
        .setHeader("Idempotency-Key", message.id().toString())
        .POST(BodyPublishers.ofString(body.of(message, seconds)))
        .build();
  }
}
