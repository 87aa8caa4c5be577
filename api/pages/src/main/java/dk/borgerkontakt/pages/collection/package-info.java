/** Makes collections of requests from the contract, for people who click. */
@NullMarked
package dk.borgerkontakt.pages.collection;

import org.jspecify.annotations.NullMarked;
