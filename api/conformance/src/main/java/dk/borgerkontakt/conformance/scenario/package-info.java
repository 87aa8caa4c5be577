/** How the kit provokes what a row says: a scenario for each code, element, cell, step and rule. */
@NullMarked
package dk.borgerkontakt.conformance.scenario;

import org.jspecify.annotations.NullMarked;
