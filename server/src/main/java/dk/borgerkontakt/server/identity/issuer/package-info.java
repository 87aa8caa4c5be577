/** The issuer of access tokens, as far as it is asked: where its keys are, and which they are. */
@NullMarked
package dk.borgerkontakt.server.identity.issuer;

import org.jspecify.annotations.NullMarked;
