package dk.borgerkontakt.persistence.outbox;

import java.time.Instant;

/**
 * How many messages of a channel wait to be sent.
 *
 * @param oldest when the one that waits longest was made
 */
public record QueueDepth(String kanal, long messages, Instant oldest) {}
