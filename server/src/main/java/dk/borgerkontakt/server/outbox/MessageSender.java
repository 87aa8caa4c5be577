package dk.borgerkontakt.server.outbox;

import java.io.IOException;
import java.time.Instant;

/** Hands messages to whoever delivers them. Used by several threads at the same time. */
public interface MessageSender extends AutoCloseable {

  /**
   * Returns when the message has been taken over for good, or refused for good. Has to end by
   * itself within half a minute, and may be called again with the same message: after an exception,
   * and when the process died before it could note the outcome.
   *
   * @param udloeber when the message becomes useless; it is not to be delivered after that
   * @throws IOException when it is worth trying again; its text is not logged, since it may quote,
   *     but that of a {@link NotTakenException}
   */
  Outcome send(Message message, Instant udloeber) throws IOException;

  /** Ends the connections, if there are any. No message is being sent any more. */
  @Override
  default void close() {}
}
