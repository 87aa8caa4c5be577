/** What an SMS is as such, whichever gateway carries it. */
@NullMarked
package dk.borgerkontakt.server.sms;

import org.jspecify.annotations.NullMarked;
