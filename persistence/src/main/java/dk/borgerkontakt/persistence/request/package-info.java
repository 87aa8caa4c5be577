/** The request ids that clients have used. */
@NullMarked
package dk.borgerkontakt.persistence.request;

import org.jspecify.annotations.NullMarked;
