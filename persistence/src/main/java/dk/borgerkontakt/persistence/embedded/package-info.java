/** H2: its URLs, and one database file that several processes of a machine share. */
@NullMarked
package dk.borgerkontakt.persistence.embedded;

import org.jspecify.annotations.NullMarked;
