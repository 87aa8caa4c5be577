/** Everything that is not a success: one exception, one mapper, one answer format (RFC 9457). */
@NullMarked
package dk.borgerkontakt.server.problem;

import org.jspecify.annotations.NullMarked;
