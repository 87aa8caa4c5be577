package dk.borgerkontakt.server.problem;

import dk.borgerkontakt.api.model.Fejlkode;
import org.jspecify.annotations.Nullable;

/**
 * One fault that can be named by its place in the message.
 *
 * @param place a JSON pointer (RFC 6901) into the body, or the name of a header or path parameter
 * @param text what is wrong there, never the value itself; null where the catalogue's text says it
 */
public record Fault(String place, Fejlkode code, @Nullable String text) {

  /** A fault that the catalogue's text says. */
  public Fault(String place, Fejlkode code) {
    this(place, code, null);
  }
}
