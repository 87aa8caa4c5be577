package dk.borgerkontakt.persistence.outbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that one worker may send until its lease ends.
 *
 * @param indhold encrypted
 * @param forsoeg which attempt this is, from 1
 * @param live whether it is still worth sending: not expired, and the code that it brings is live
 */
@SuppressWarnings("ArrayRecordComponent") // a column's bytes; rows are not compared
public record ClaimedMessage(
    UUID id, String kanal, byte[] indhold, Instant udloeber, int forsoeg, boolean live) {

  public ClaimedMessage {
    requireNonNull(id, "id");
    requireNonNull(kanal, "kanal");
    requireNonNull(indhold, "indhold");
    requireNonNull(udloeber, "udloeber");
  }

  /** Never prints the content. */
  @Override
  public String toString() {
    return "ClaimedMessage[id=" + id + ", kanal=" + kanal + ", forsoeg=" + forsoeg + "]";
  }
}
