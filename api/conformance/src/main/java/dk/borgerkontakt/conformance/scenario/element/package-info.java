/** The scenarios of the element tables, for requests and for answers. */
@NullMarked
package dk.borgerkontakt.conformance.scenario.element;

import org.jspecify.annotations.NullMarked;
