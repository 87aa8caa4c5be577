package dk.borgerkontakt.server.audit;

import dk.borgerkontakt.server.keys.KeyedHash;

/**
 * What was asked about when no citizen is known, kept as a keyed hash: it can be found again by one
 * who has the number and the key, and says nothing to one who has the table.
 */
public final class AuditHash {

  private final KeyedHash keyedHash;

  public AuditHash(KeyedHash keyedHash) {
    this.keyedHash = keyedHash;
  }

  /** The hash of a CPR number, or of what was sent in its place. */
  public byte[] ofCpr(String cpr) {
    return keyedHash.hash("audit", cpr);
  }

  /** The hash of the number or address that a look-up asked about. */
  public byte[] ofLookup(String asked) {
    return keyedHash.hash("audit-lookup", asked);
  }
}
