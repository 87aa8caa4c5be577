package dk.borgerkontakt.server.gateway.https;

import dk.borgerkontakt.server.config.messages.SmsSetting;
import dk.borgerkontakt.server.config.messages.SmsSettings;
import dk.borgerkontakt.server.config.messages.SmsSettings.Https;
import dk.borgerkontakt.server.gateway.TrustedCertificates;
import dk.borgerkontakt.server.outbox.Message;
import dk.borgerkontakt.server.outbox.MessageSender;
import dk.borgerkontakt.server.outbox.NotTakenException;
import dk.borgerkontakt.server.outbox.Outcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hands SMS to a gateway that takes JSON over HTTPS. The message's id goes along as {@code
 * Idempotency-Key}, so that a gateway which knows that header sends a repeated message once.
 * Redirects are not followed: they would carry number and code to an address that nobody chose.
 */
public final class HttpsGateway implements MessageSender {

  private static final int MOST_BYTES = 64 * 1024;

  private final HttpClient client;
  private final HttpRequest.Builder request;
  private final RequestBody body;
  private final AnswerRules rules;
  private final Duration timeout;
  private final Clock clock;

  /**
   * A gateway that nothing is asked of yet.
   *
   * @throws dk.borgerkontakt.server.config.ConfigurationException when the certificates that it is
   *     trusted by can't be read
   */
  public HttpsGateway(SmsSettings settings, Https https, Clock clock) {
    this.client = client(settings);
    this.request = HttpRequest.newBuilder(https.url()).setHeader("Accept", "application/json");
    https.headers().forEach(request::setHeader);
    this.body = new RequestBody(https.body(), settings.sender());
    this.rules = new AnswerRules(https);
    this.timeout = settings.timeout();
    this.clock = clock;
  }

  /**
   * With HTTP/1.1 a request that is given up takes its connection with it. With HTTP/2 all would
   * share one, and go on using it when there is nobody at its other end any more.
   */
  private static HttpClient client(SmsSettings settings) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(settings.timeout())
        .sslContext(TrustedCertificates.of(settings.caFile(), SmsSetting.CA_FILE).sslContext())
        .build();
  }

  /** Ends within the configured timeout, the connection and the whole answer included. */
  @Override
  public Outcome send(Message message, Instant udloeber) throws IOException {
    long seconds = clock.instant().until(udloeber, ChronoUnit.SECONDS);
    if (seconds < 1) {
      throw new NotTakenException("no time is left");
    }
    HttpResponse<byte[]> answer = exchange(request(message, seconds));
    return rules.outcome(message, answer.statusCode(), answer.body());
  }

  private HttpRequest request(Message message, long seconds) {
    return request
        .copy()
        .setHeader("Content-Type", "application/json")
        .setHeader("Idempotency-Key", message.id().toString())
        .POST(BodyPublishers.ofString(body.of(message, seconds)))
        .build();
  }

  /** The client's own timeout ends with the answer's head, and a body may trickle for ever. */
  private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BoundedBody.of(MOST_BYTES));
    try {
      return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException fault ? fault : new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no whole answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } finally {
      // Closes the connection of an answer that is not there yet.
      answer.cancel(true);
    }
  }
}
