package dk.borgerkontakt.server;

import dk.borgerkontakt.server.identity.TokenVerifier;
import dk.borgerkontakt.server.outbox.MessageSender;
import java.util.List;

/**
 * What the service relies on others for: whose tokens it takes and who carries its messages. The
 * sandbox is one such outside, and serves resources of its own beside the operations.
 */
record Outside(TokenVerifier tokenVerifier, MessageSender messageSender, List<Object> resources) {}
