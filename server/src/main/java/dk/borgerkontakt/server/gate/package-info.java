/** The checks that every operation's request passes, in their order. */
@NullMarked
package dk.borgerkontakt.server.gate;

import org.jspecify.annotations.NullMarked;
