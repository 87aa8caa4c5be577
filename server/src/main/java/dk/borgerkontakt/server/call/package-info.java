/** What is known of the request at hand. */
@NullMarked
package dk.borgerkontakt.server.call;

import org.jspecify.annotations.NullMarked;
