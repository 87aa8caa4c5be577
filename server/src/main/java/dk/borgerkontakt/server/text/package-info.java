/** The words that citizens get: templates, built in or the operator's, checked at start. */
@NullMarked
package dk.borgerkontakt.server.text;

import org.jspecify.annotations.NullMarked;
