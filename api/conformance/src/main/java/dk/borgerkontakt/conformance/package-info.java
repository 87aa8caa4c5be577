/** Holds an implementation against the contract, row by row. */
@NullMarked
package dk.borgerkontakt.conformance;

import org.jspecify.annotations.NullMarked;
