package dk.borgerkontakt.server.gateway.https;

import java.io.IOException;

/** An answer that settles nothing: its status is all that is told of it. */
final class UnexpectedAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  UnexpectedAnswerException(int status) {
    super("status " + status);
    this.status = status;
  }

  int status() {
    return status;
  }
}
