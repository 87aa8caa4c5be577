/** The scenarios of what the contract says in sentences. */
@NullMarked
package dk.borgerkontakt.conformance.scenario.rule;

import org.jspecify.annotations.NullMarked;
