/** Reading CSV files (RFC 4180, UTF-8) row by row, and writing rejected rows. */
@NullMarked
package dk.borgerkontakt.server.register.csv;

import org.jspecify.annotations.NullMarked;
