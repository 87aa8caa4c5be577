package dk.borgerkontakt.review;

/** How much a change asks of the version, the least first. */
enum Weight {
  /** Words alone: a new patch. */
  TEXT,
  /** Clients may see or use something more: a new minor. */
  ADDS,
  /** What clients send, expect or have generated no longer holds: a new major. */
  BREAKS
}
