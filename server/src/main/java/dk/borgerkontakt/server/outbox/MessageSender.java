package dk.borgerkontakt.server.outbox;

import java.io.IOException;

/** Hands messages to whoever delivers them. */
public interface MessageSender {

  /**
   * Returns when the message has been taken over for good. Has to end by itself within some
   * seconds, and may be called again with the same message: after an exception, and when the
   * process died before it could note the success.
   */
  void send(Message message) throws IOException;
}
