package dk.borgerkontakt.server.identity;

import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import org.jspecify.annotations.Nullable;

/**
 * Whom a client belongs to.
 *
 * @param code null where the kind of organisation has no codes, or none is said
 */
record Organisation(OrganisationTypeCodelList type, @Nullable String code) {

  /** What the audit keeps of a code. */
  static final int LONGEST_CODE = 20;
}
