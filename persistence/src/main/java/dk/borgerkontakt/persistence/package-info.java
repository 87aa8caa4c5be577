/** The database: opening it, transactions, and what all the data access objects share. */
@NullMarked
package dk.borgerkontakt.persistence;

import org.jspecify.annotations.NullMarked;
