/** What the contract says of any answer. */
@NullMarked
package dk.borgerkontakt.conformance.check;

import org.jspecify.annotations.NullMarked;
