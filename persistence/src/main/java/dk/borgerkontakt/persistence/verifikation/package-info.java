/** Verification codes, and the pause between two codes to one address. */
@NullMarked
package dk.borgerkontakt.persistence.verifikation;

import org.jspecify.annotations.NullMarked;
