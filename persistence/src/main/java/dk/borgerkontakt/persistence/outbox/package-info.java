/** Messages on their way to citizens. */
@NullMarked
package dk.borgerkontakt.persistence.outbox;

import org.jspecify.annotations.NullMarked;
