/** The settings of TLS on the public port. */
@NullMarked
package dk.borgerkontakt.server.config.tls;

import org.jspecify.annotations.NullMarked;
