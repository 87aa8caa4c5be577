/**
 * What an SMS centre tells later of a message that it took. Begin at {@link ReceiptDesk}; nothing
 * else is seen from outside.
 */
@NullMarked
package dk.borgerkontakt.server.gateway.smpp.receipt;

import org.jspecify.annotations.NullMarked;
