/** What scenarios work with: requests to change, citizens to register for, codes, addresses. */
@NullMarked
package dk.borgerkontakt.conformance.bench;

import org.jspecify.annotations.NullMarked;
