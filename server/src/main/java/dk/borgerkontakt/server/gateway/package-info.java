/** What the gateways have in common: mail by SMTP, SMS by SMPP or HTTPS. */
@NullMarked
package dk.borgerkontakt.server.gateway;

import org.jspecify.annotations.NullMarked;
