/**
 * Client of BorgersKontaktinformationService: the operations, and what carries them over HTTP.
 * Start with {@link dk.borgerkontakt.client.KontaktinformationApi}.
 */
@NullMarked
package dk.borgerkontakt.client;

import org.jspecify.annotations.NullMarked;
