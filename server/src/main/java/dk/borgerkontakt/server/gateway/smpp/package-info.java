/** SMS by an SMS centre that speaks SMPP 3.4, with jSMPP. Begin at {@link SmsCentre}. */
@NullMarked
package dk.borgerkontakt.server.gateway.smpp;

import org.jspecify.annotations.NullMarked;
