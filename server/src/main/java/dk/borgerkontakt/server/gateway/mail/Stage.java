package dk.borgerkontakt.server.gateway.mail;

import dk.borgerkontakt.server.outbox.NotTakenException;

/** How far the conversation with the relay had come. */
enum Stage {
  CONNECT,
  MAIL,
  RCPT,
  DATA;

  /**
   * @param reason the reply's numbers, or the type of what went wrong
   */
  NotTakenException failed(String reason) {
    return new NotTakenException(this + ": " + reason);
  }
}
