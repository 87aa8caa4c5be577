/** The rows that the contract has, found by walking it. */
@NullMarked
package dk.borgerkontakt.conformance.row;

import org.jspecify.annotations.NullMarked;
