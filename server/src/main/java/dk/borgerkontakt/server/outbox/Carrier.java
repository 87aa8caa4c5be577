package dk.borgerkontakt.server.outbox;

/**
 * Who carries the messages of one channel.
 *
 * @param parallel how many messages may be on their way to the sender at the same time
 */
public record Carrier(Kanal kanal, MessageSender sender, int parallel) {}
