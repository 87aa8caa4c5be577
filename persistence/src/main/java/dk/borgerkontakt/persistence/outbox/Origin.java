package dk.borgerkontakt.persistence.outbox;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Whose message it is and where it goes.
 *
 * @param adresseHmac a keyed hash of the address
 * @param verifikationskodeId the code that it brings, without which it is not worth sending; null
 *     for a message that brings none
 */
@SuppressWarnings("ArrayRecordComponent") // a column's bytes; rows are not compared
public record Origin(
    long borgerId, int kontaktdataType, byte[] adresseHmac, @Nullable Long verifikationskodeId) {

  public Origin {
    requireNonNull(adresseHmac, "adresseHmac");
  }

  @Override
  public String toString() {
    return "Origin";
  }
}
