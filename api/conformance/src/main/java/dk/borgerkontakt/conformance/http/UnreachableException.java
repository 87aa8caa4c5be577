package dk.borgerkontakt.conformance.http;

/** Nothing came back, or no token was to be had. */
public final class UnreachableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreachableException(String message) {
    super(message);
  }
}
