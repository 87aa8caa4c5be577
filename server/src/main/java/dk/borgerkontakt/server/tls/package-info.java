/** TLS on the public port: its files, read again when they change, and who is trusted. */
@NullMarked
package dk.borgerkontakt.server.tls;

import org.jspecify.annotations.NullMarked;
