package dk.borgerkontakt.server.outgoing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Asks somebody over HTTP/1.1 and takes the whole answer within a time and a size, or none. No
 * redirect is followed: it leads to an address that nobody chose.
 */
public final class BoundedExchange {

  private final HttpClient client;
  private final Duration timeout;
  private final int mostBytes;

  /**
   * Asks nobody yet.
   *
   * <p>With HTTP/1.1 a request that is given up takes its connection with it. With HTTP/2 all would
   * share one, and go on using it when there is nobody at its other end any more.
   */
  public BoundedExchange(SSLContext tls, Duration timeout, int mostBytes) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .sslContext(tls)
            .build();
    this.timeout = timeout;
    this.mostBytes = mostBytes;
  }

  /**
   * The answer, whatever its status.
   *
   * @throws IOException when there is none in time, connection included, or a longer one
   */
  public HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    // The client's own timeout ends with the answer's head, and a body may trickle for ever.
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BoundedBody.of(mostBytes));
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
