package dk.borgerkontakt.server.identity;

/** The issuer's keys can't be had, so that it can't be said whether a token is valid. */
public final class IssuerUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IssuerUnavailableException(Throwable cause) {
    super("the keys of the token issuer can't be fetched", cause);
  }
}
