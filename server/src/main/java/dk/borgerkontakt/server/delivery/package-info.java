/** Working the outbox off: who sends when, and noting what becomes of each message. */
@NullMarked
package dk.borgerkontakt.server.delivery;

import org.jspecify.annotations.NullMarked;
