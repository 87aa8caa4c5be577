package dk.borgerkontakt.persistence.outbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * Whom a message went to, for when it can't arrive.
 *
 * @param adresseHmac a keyed hash of the address
 */
@SuppressWarnings("ArrayRecordComponent") // a column's bytes; rows are not compared
public record Addressee(
    UUID messageId, long borgerId, int kontaktdataType, byte[] adresseHmac, Instant oprettet) {

  public Addressee {
    requireNonNull(messageId, "messageId");
    requireNonNull(adresseHmac, "adresseHmac");
    requireNonNull(oprettet, "oprettet");
  }

  /** Never prints whom. */
  @Override
  public String toString() {
    return "Addressee[messageId=" + messageId + "]";
  }
}
