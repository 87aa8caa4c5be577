package dk.borgerkontakt.server.outbox;

import java.io.IOException;
import java.io.Serial;

/**
 * A gateway did not take a message, and may take it later. Its reason may be logged: numbers, types
 * of exceptions and words of ours, nothing of the message and nothing that the gateway wrote.
 */
public final class NotTakenException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  private final String reason;

  /** It has no cause, whose text might quote the recipient. */
  public NotTakenException(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
