/** Requests to others over HTTP, none of which may take long or answer at length. */
@NullMarked
package dk.borgerkontakt.server.outgoing;

import org.jspecify.annotations.NullMarked;
