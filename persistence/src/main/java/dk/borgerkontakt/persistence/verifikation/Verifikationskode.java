package dk.borgerkontakt.persistence.verifikation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A verification code that was sent, without the code.
 *
 * @param kodeHmac a keyed hash of the code, the citizen, the type and the address
 * @param bundetTil the citizen's id that the hash was made for; not the present one after two
 *     citizens were merged
 * @param forsoeg how many attempts were counted so far
 */
@SuppressWarnings("ArrayRecordComponent") // a column's bytes; rows are not compared
public record Verifikationskode(
    long id, byte[] kodeHmac, long bundetTil, Instant oprettet, Instant udloeber, int forsoeg) {

  public Verifikationskode {
    requireNonNull(kodeHmac, "kodeHmac");
    requireNonNull(oprettet, "oprettet");
    requireNonNull(udloeber, "udloeber");
  }

  /** Never prints the hash. */
  @Override
  public String toString() {
    return "Verifikationskode[id=" + id + ", forsoeg=" + forsoeg + "]";
  }
}
