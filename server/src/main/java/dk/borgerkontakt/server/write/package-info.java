/** What every write has in common. */
@NullMarked
package dk.borgerkontakt.server.write;

import org.jspecify.annotations.NullMarked;
