package dk.borgerkontakt.conformance.http;

import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param client the data's name of the client; null: nobody
 * @param lacking a scope that the token is to lack
 * @param literal an Authorization header word for word, instead of a token
 */
public record Login(@Nullable String client, @Nullable String lacking, @Nullable String literal) {

  /** A client with all its scopes. */
  public static Login of(String client) {
    return new Login(client, null, null);
  }

  /** A client with all its scopes but one. */
  public static Login without(String client, String scope) {
    return new Login(client, scope, null);
  }

  /** No Authorization header. */
  public static Login none() {
    return new Login(null, null, null);
  }

  /** An Authorization header of one's own. */
  public static Login literal(String header) {
    return new Login(null, null, header);
  }

  @Override
  public String toString() {
    if (literal != null) {
      return "a token that nobody issued";
    }
    String name = client == null ? "nobody" : client;
    return lacking == null ? name : name + " without " + lacking;
  }
}
