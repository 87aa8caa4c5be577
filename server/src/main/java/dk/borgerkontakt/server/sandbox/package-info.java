/** What stands in for the world outside while one develops: token issuer, register and messages. */
@NullMarked
package dk.borgerkontakt.server.sandbox;

import org.jspecify.annotations.NullMarked;
