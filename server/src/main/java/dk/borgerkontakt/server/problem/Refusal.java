package dk.borgerkontakt.server.problem;

import dk.borgerkontakt.api.model.Fejlkode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that is answered with an error of the catalogue. Carries nothing of the request's data,
 * so that it may be logged.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Fejlkode code;
  private final transient List<Fault> faults;
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  /** A refusal that names no places. */
  public Refusal(Fejlkode code) {
    this(code, List.of());
  }

  /** A refusal under this code that also names the places at fault. */
  public Refusal(Fejlkode code, List<Fault> faults) {
    super("refused with " + code, null, false, false);
    this.code = code;
    this.faults = List.copyOf(faults);
  }

  /** A refusal whose one fault is at this place, and is said by the catalogue's text. */
  public static Refusal at(String place, Fejlkode code) {
    return new Refusal(code, List.of(new Fault(place, code)));
  }

  /** {@link Fejlkode#ForMange}, with the time after which the same may be tried again. */
  public static Refusal tooMany(Duration wait) {
    return new Refusal(Fejlkode.ForMange).retryAfter(wait);
  }

  /** Adds Retry-After in whole seconds, rounded up and at least one (RFC 9110, 10.2.3). */
  public Refusal retryAfter(Duration wait) {
    long seconds = wait.plusNanos(999_999_999).toSeconds();
    return header("Retry-After", Long.toString(Math.max(1, seconds)));
  }

  /** Adds a header to the answer. */
  public Refusal header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** The error that the request is answered with. */
  public Fejlkode code() {
    return code;
  }

  List<Fault> faults() {
    return faults;
  }

  Map<String, String> headers() {
    return headers;
  }
}
