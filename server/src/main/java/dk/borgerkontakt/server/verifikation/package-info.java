/** One-time codes: asking for one and proving an address with it. */
@NullMarked
package dk.borgerkontakt.server.verifikation;

import org.jspecify.annotations.NullMarked;
