/** The scenario of each error code and of each success. */
@NullMarked
package dk.borgerkontakt.conformance.scenario.code;

import org.jspecify.annotations.NullMarked;
