/** Messages to citizens: kept encrypted from the transaction that made them until they are sent. */
@NullMarked
package dk.borgerkontakt.server.outbox;

import org.jspecify.annotations.NullMarked;
