package dk.borgerkontakt.persistence.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One operation on a citizen.
 *
 * @param borgerId the citizen, null where none is known
 * @param spurgtHash a keyed hash of what was asked; only where no citizen is known
 * @param resultat 0 for OK, else the error code
 */
@SuppressWarnings("ArrayRecordComponent") // a column's bytes; rows are not compared
public record AuditRow(
    Instant tidspunkt,
    AuditCaller caller,
    @Nullable Long borgerId,
    byte @Nullable [] spurgtHash,
    String operation,
    int resultat) {

  public AuditRow {
    requireNonNull(tidspunkt, "tidspunkt");
    requireNonNull(caller, "caller");
    requireNonNull(operation, "operation");
    if (borgerId != null && spurgtHash != null) {
      throw new IllegalArgumentException("A hash is for an unknown citizen");
    }
  }

  /** Never prints whom it is about. */
  @Override
  public String toString() {
    return "AuditRow[" + tidspunkt + ", " + operation + ", " + resultat + "]";
  }
}
