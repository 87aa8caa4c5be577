/** Verification codes, the pause between two codes to one address, and the budgets of a day. */
@NullMarked
package dk.borgerkontakt.persistence.verifikation;

import org.jspecify.annotations.NullMarked;
