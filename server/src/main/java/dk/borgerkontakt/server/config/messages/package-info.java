/**
 * What the operator may set about messages to citizens: texts, budgets, mail relay, SMS gateway.
 */
@NullMarked
package dk.borgerkontakt.server.config.messages;

import org.jspecify.annotations.NullMarked;
