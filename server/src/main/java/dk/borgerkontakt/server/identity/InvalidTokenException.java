package dk.borgerkontakt.server.identity;

/** A token that proves nobody. The message says why and holds nothing of the token. */
public final class InvalidTokenException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Without cause or stack trace: a cause may quote the token, and anybody can provoke this. */
  InvalidTokenException(String reason) {
    super(reason, null, false, false);
  }
}
