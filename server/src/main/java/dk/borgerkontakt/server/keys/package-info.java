/** Secrets on disk that only the owner can read, and what is reckoned with them. */
@NullMarked
package dk.borgerkontakt.server.keys;

import org.jspecify.annotations.NullMarked;
