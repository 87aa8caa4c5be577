/** Who is calling: the proof of an access token, and what it says of the caller. */
@NullMarked
package dk.borgerkontakt.server.identity;

import org.jspecify.annotations.NullMarked;
