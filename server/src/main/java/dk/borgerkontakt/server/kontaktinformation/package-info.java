/** Contact information: registering, reading, looking up, setting a status. */
@NullMarked
package dk.borgerkontakt.server.kontaktinformation;

import org.jspecify.annotations.NullMarked;
