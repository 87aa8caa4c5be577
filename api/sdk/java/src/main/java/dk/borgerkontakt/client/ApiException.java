package dk.borgerkontakt.client;

import java.net.http.HttpResponse;
import java.util.OptionalLong;

/** A call that did not succeed. The message names the operation, and no address, value or body. */
public class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final long retryAfter;

  ApiException(String message, Throwable cause) {
    super(message, cause);
    status = 0;
    retryAfter = -1;
  }

  ApiException(String message, HttpResponse<?> response) {
    super(message);
    status = response.statusCode();
    retryAfter =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(seconds -> seconds.matches("[0-9]{1,9}"))
            .map(Long::valueOf)
            .orElse(-1L);
  }

  /** The answer's HTTP status; 0 when there was no answer. */
  public final int status() {
    return status;
  }

  /** Seconds until it is worth trying again, when the answer says so in seconds. */
  public final OptionalLong retryAfter() {
    return retryAfter < 0 ? OptionalLong.empty() : OptionalLong.of(retryAfter);
  }
}
