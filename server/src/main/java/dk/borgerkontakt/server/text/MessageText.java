package dk.borgerkontakt.server.text;

import org.jspecify.annotations.Nullable;

/**
 * The words of one message.
 *
 * @param emne the subject of a mail; null for an SMS
 */
public record MessageText(@Nullable String emne, String tekst) {

  /** Nothing: the text may hold a code. */
  @Override
  public String toString() {
    return "MessageText";
  }
}
