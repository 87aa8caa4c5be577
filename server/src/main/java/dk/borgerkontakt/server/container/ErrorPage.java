package dk.borgerkontakt.server.container;

import org.glassfish.grizzly.http.server.ErrorPageGenerator;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * What the container refuses before there is a request to answer has no body: no page, no stack
 * trace.
 */
final class ErrorPage implements ErrorPageGenerator {

  @Override
  public String generate(
      Request request,
      int status,
      @Nullable String reason,
      @Nullable String description,
      @Nullable Throwable fault) {
    return "";
  }
}
