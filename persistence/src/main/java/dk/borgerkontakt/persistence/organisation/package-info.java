/** Organisations, and the delegations between them. */
@NullMarked
package dk.borgerkontakt.persistence.organisation;

import org.jspecify.annotations.NullMarked;
