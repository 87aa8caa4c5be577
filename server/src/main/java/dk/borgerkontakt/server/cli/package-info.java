/** The command line: one class a command, and what they share. */
@NullMarked
package dk.borgerkontakt.server.cli;

import org.jspecify.annotations.NullMarked;
