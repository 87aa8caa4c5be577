/** What holds for every request, whichever resource it meets. */
@NullMarked
package dk.borgerkontakt.server.http;

import org.jspecify.annotations.NullMarked;
