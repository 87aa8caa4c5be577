/** Makes pages and collections of requests from the contract. */
@NullMarked
package dk.borgerkontakt.pages;

import org.jspecify.annotations.NullMarked;
