/** What the operator may set: the keys, their defaults, and the typed settings read from them. */
@NullMarked
package dk.borgerkontakt.server.config;

import org.jspecify.annotations.NullMarked;
