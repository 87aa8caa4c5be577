package dk.borgerkontakt.server.sandbox;

/**
 * A token request that is refused, in the words of RFC 6749, 5.2. Quotes nothing of the request.
 */
final class OAuthError extends Exception {

  private static final long serialVersionUID = 1L;

  private final String error;

  private OAuthError(String error, String description) {
    super(description, null, false, false);
    this.error = error;
  }

  static OAuthError invalidRequest(String description) {
    return new OAuthError("invalid_request", description);
  }

  /** The one that is answered with 401. */
  static OAuthError invalidClient() {
    return new OAuthError("invalid_client", "unknown client or wrong secret");
  }

  static OAuthError unsupportedGrantType() {
    return new OAuthError("unsupported_grant_type", "grant_type has to be client_credentials");
  }

  static OAuthError invalidScope() {
    return new OAuthError("invalid_scope", "a scope is unknown or not for this client");
  }

  String error() {
    return error;
  }

  String description() {
    return String.valueOf(getMessage());
  }

  boolean isInvalidClient() {
    return error.equals("invalid_client");
  }
}
