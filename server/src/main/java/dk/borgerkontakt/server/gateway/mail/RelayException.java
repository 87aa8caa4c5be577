package dk.borgerkontakt.server.gateway.mail;

import java.io.IOException;

/**
 * A mail that the relay did not take, and may take later. Its text holds the stage and the reply's
 * numbers or the type of what went wrong; it has no cause, whose text might quote the address.
 */
final class RelayException extends IOException {
  private static final long serialVersionUID = 1L;

  RelayException(Stage stage, String reason) {
    super(stage + ": " + reason);
  }

  /** How far the conversation had come. */
  enum Stage {
    CONNECT,
    MAIL,
    RCPT,
    DATA
  }
}
