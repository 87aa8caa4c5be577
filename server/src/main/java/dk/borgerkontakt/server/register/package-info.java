/** Loading the register of citizens and organisations, and first contact data, from CSV files. */
@NullMarked
package dk.borgerkontakt.server.register;

import org.jspecify.annotations.NullMarked;
