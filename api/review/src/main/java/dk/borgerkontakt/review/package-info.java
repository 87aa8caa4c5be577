/** What changed between two contracts, what it means for a client, and which version admits it. */
@NullMarked
package dk.borgerkontakt.review;

import org.jspecify.annotations.NullMarked;
