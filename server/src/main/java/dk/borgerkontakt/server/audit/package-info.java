/** Who looked at or changed which citizen's data, and what came of it. */
@NullMarked
package dk.borgerkontakt.server.audit;

import org.jspecify.annotations.NullMarked;
