/** Whose access tokens are taken: the keys, and the settings made of them. */
@NullMarked
package dk.borgerkontakt.server.config.identity;

import org.jspecify.annotations.NullMarked;
