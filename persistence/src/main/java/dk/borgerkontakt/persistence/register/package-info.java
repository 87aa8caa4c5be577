/** Citizens, and what the register says about them. */
@NullMarked
package dk.borgerkontakt.persistence.register;

import org.jspecify.annotations.NullMarked;
