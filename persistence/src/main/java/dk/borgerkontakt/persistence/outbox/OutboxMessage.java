package dk.borgerkontakt.persistence.outbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to be sent.
 *
 * @param kanal SMS or MAIL
 * @param indhold encrypted
 */
@SuppressWarnings("ArrayRecordComponent") // a column's bytes; rows are not compared
public record OutboxMessage(
    UUID id, Origin origin, String kanal, byte[] indhold, Instant oprettet, Instant udloeber) {

  public OutboxMessage {
    requireNonNull(id, "id");
    requireNonNull(origin, "origin");
    requireNonNull(kanal, "kanal");
    requireNonNull(indhold, "indhold");
    requireNonNull(oprettet, "oprettet");
    requireNonNull(udloeber, "udloeber");
  }

  /** Never prints the content. */
  @Override
  public String toString() {
    return "OutboxMessage[id=" + id + ", kanal=" + kanal + "]";
  }
}
