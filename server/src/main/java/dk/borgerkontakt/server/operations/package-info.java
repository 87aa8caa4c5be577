/** The contract's operations: from the wire to a service and back. */
@NullMarked
package dk.borgerkontakt.server.operations;

import org.jspecify.annotations.NullMarked;
