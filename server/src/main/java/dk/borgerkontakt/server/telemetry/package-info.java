/** What the parts of the service count, time and trace with. It knows none of them. */
@NullMarked
package dk.borgerkontakt.server.telemetry;

import org.jspecify.annotations.NullMarked;
