/** The service: how its parts are put together, started and stopped. */
@NullMarked
package dk.borgerkontakt.server;

import org.jspecify.annotations.NullMarked;
