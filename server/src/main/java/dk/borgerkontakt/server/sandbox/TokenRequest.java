package dk.borgerkontakt.server.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token request as it was sent (RFC 6749, 2.3.1 and 3.2): the form's parameters, and the client's
 * credentials from either place.
 */
final class TokenRequest {

  private static final String BASIC = "Basic ";

  private final Map<String, String> parameters;
  private final List<String> authorization;

  /**
   * @param form the body, {@code application/x-www-form-urlencoded}
   * @param authorization the values of the header, none where it is absent
   */
  TokenRequest(String form, List<String> authorization) throws OAuthError {
    this.parameters = parse(form);
    this.authorization = authorization;
  }

  /** The parameter's value; null where it is missing or empty, which is the same here. */
  @Nullable String parameter(String name) {
    return parameters.get(name);
  }

  Credentials credentials() throws OAuthError {
    if (authorization.isEmpty()) {
      return credentials(parameters.get("client_id"), parameters.get("client_secret"));
    }
    if (authorization.size() > 1 || parameters.containsKey("client_secret")) {
      throw OAuthError.invalidRequest("more than one way of client authentication");
    }
    Credentials basic = basic(authorization.get(0));
    if (!parameters.getOrDefault("client_id", basic.id()).equals(basic.id())) {
      throw OAuthError.invalidRequest("two different client ids");
    }
    return basic;
  }

  /** Id and secret are each form-encoded, joined with a colon, and the whole is Base64. */
  private static Credentials basic(String header) throws OAuthError {
    if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      throw OAuthError.invalidClient();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
      return credentials(decode(pair[0]), pair.length == 2 ? decode(pair[1]) : null);
    } catch (IllegalArgumentException e) {
      throw OAuthError.invalidClient();
    }
  }

  private static Credentials credentials(@Nullable String id, @Nullable String secret)
      throws OAuthError {
    if (id == null || secret == null) {
      throw OAuthError.invalidClient();
    }
    return new Credentials(id, secret);
  }

  private static Map<String, String> parse(String form) throws OAuthError {
    Map<String, String> parameters = new LinkedHashMap<>();
    try {
      for (String pair : form.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        String value = parts.length == 2 ? decode(parts[1]) : "";
        if (!pair.isEmpty() && parameters.putIfAbsent(decode(parts[0]), value) != null) {
          throw OAuthError.invalidRequest("a parameter is repeated");
        }
      }
    } catch (IllegalArgumentException e) {
      throw OAuthError.invalidRequest("the body is not form-encoded");
    }
    parameters.values().removeIf(String::isEmpty);
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** What a client proves itself with. */
  record Credentials(String id, String secret) {

    /** The id alone. */
    @Override
    public String toString() {
      return id;
    }
  }
}
