/** Requests and what came of them. */
@NullMarked
package dk.borgerkontakt.conformance.http;

import org.jspecify.annotations.NullMarked;
