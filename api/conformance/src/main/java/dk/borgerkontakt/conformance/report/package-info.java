/** The outcomes for people and for machines. */
@NullMarked
package dk.borgerkontakt.conformance.report;

import org.jspecify.annotations.NullMarked;
