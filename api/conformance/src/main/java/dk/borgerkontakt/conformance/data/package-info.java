/** What the kit is told about the implementation: clients, citizens, addresses. */
@NullMarked
package dk.borgerkontakt.conformance.data;

import org.jspecify.annotations.NullMarked;
