/** How the service logs: to stderr, one line an event, and never a word of anybody's data. */
@NullMarked
package dk.borgerkontakt.server.log;

import org.jspecify.annotations.NullMarked;
