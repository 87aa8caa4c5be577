/** The contract's types and code lists, under its names. */
@NullMarked
package dk.borgerkontakt.client.model;

import org.jspecify.annotations.NullMarked;
