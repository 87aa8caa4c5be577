/** Who did or asked what, about whom. */
@NullMarked
package dk.borgerkontakt.persistence.audit;

import org.jspecify.annotations.NullMarked;
