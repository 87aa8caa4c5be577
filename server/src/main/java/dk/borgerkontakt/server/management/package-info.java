/** Health and metrics, on a port of their own. */
@NullMarked
package dk.borgerkontakt.server.management;

import org.jspecify.annotations.NullMarked;
