package dk.borgerkontakt.server.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one citizen. Sending the same id again is sending the same message again.
 *
 * @param modtager phone number in E.164 or mail address
 * @param emne the subject of a mail; null for an SMS
 */
public record Message(
    UUID id, Kanal kanal, String modtager, @Nullable String emne, String tekst, Instant oprettet) {

  /** The id and channel alone: the rest is the citizen's. */
  @Override
  public String toString() {
    return "Message[id=" + id + ", kanal=" + kanal + "]";
  }
}
