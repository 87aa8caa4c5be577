package dk.borgerkontakt.conformance.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HTTP/1.1 to a server that is not trusted to come to an end. */
final class Transport {

  private static final long PATIENCE_SECONDS = 30;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /** The whole answer, which is neither late nor large. */
  HttpResponse<byte[]> send(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, head -> new LimitedBody());
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new UnreachableException("no whole answer in " + PATIENCE_SECONDS + " seconds");
    } catch (ExecutionException e) {
      throw unreachable(Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The text may quote what was sent; the name of what happened doesn't. */
  private static UnreachableException unreachable(Throwable cause) {
    for (Throwable one = cause; one != null; one = one.getCause()) {
      if (one instanceof LimitedBody.TooLargeException) {
        return new UnreachableException("the answer is larger than 2 MB");
      }
    }
    return new UnreachableException("no answer (" + cause.getClass().getSimpleName() + ")");
  }
}
