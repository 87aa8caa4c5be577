/** Mail by SMTP (RFC 5321, RFC 6409), over connections to one relay that are kept for a while. */
@NullMarked
package dk.borgerkontakt.server.gateway.mail;

import org.jspecify.annotations.NullMarked;
