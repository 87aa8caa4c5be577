/** The keys of telemetry: where spans are sent, and how many of them. */
@NullMarked
package dk.borgerkontakt.server.config.telemetry;

import org.jspecify.annotations.NullMarked;
