package dk.borgerkontakt.server.call;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The identifier that log and error body share for one request, with the time it began: the trace
 * id of the caller's {@code traceparent} (W3C Trace Context), else a random one.
 *
 * @param id 32 lower-case hexadecimal digits
 * @param startNanos {@link System#nanoTime()} at the request's start
 */
public record Trace(String id, long startNanos) {

  private static final String PROPERTY = Trace.class.getName();
  private static final Pattern TRACEPARENT =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

  /** Begins the trace of a request, and keeps it with the request. */
  public static Trace begin(ContainerRequestContext request) {
    String id = received(request.getHeaderString("traceparent"));
    Trace trace = new Trace(id == null ? random() : id, System.nanoTime());
    request.setProperty(PROPERTY, trace);
    return trace;
  }

  /** The trace of the request. */
  public static Trace of(ContainerRequestContext request) {
    Trace begun = (Trace) request.getProperty(PROPERTY);
    return begun == null ? begin(request) : begun;
  }

  private static @Nullable String received(@Nullable String traceparent) {
    Matcher matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
    return matcher.matches() ? matcher.group(1) : null;
  }

  private static String random() {
    HexFormat hex = HexFormat.of();
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return hex.toHexDigits(random.nextLong() | 1) + hex.toHexDigits(random.nextLong());
  }
}
