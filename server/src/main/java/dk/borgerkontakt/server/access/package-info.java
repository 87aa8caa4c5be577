/** The eight columns of the access matrix. */
@NullMarked
package dk.borgerkontakt.server.access;

import org.jspecify.annotations.NullMarked;
