/** The contact information of citizens. */
@NullMarked
package dk.borgerkontakt.persistence.kontaktinformation;

import org.jspecify.annotations.NullMarked;
