/** The contract in the words and the order of the pages; templates ask these records by name. */
@NullMarked
package dk.borgerkontakt.pages.view;

import org.jspecify.annotations.NullMarked;
