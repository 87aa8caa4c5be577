/** The HTTP server below Jersey, and where it is laxer or slower than the service can afford. */
@NullMarked
package dk.borgerkontakt.server.container;

import org.jspecify.annotations.NullMarked;
