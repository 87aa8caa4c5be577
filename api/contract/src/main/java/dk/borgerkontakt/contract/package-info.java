/** The contract as data, for whoever reads it: checks, pages, and the conformance kit. */
@NullMarked
package dk.borgerkontakt.contract;

import org.jspecify.annotations.NullMarked;
