/** SMS by a gateway that takes JSON over HTTPS. */
@NullMarked
package dk.borgerkontakt.server.gateway.https;

import org.jspecify.annotations.NullMarked;
