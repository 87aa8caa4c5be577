package dk.borgerkontakt.server.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The claims of one token, each found by its name or by a path of names with dots between them,
 * such as {@code realm_access.roles}. A claim whose own name has dots, as a URL has, is found by
 * that name; where several could be meant, the one with the longest name is.
 */
final class ClaimReader {

  private static final int MAX_SCOPE = 8192;

  private final Map<String, Object> claims;

  ClaimReader(JWTClaimsSet claims) {
    this.claims = claims.getClaims();
  }

  /** The claim's value, null where there is none. */
  @Nullable Object value(String path) {
    return value(claims, path);
  }

  private static @Nullable Object value(Map<?, ?> object, String path) {
    Object found = object.get(path);
    int dot = path.lastIndexOf('.');
    while (found == null && dot > 0) {
      if (object.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
        found = value(inner, path.substring(dot + 1));
      }
      dot = path.lastIndexOf('.', dot - 1);
    }
    return found;
  }

  /** The claim's text; null where there is none, or an empty one. */
  @Nullable String text(String path, int max) throws InvalidTokenException {
    Object value = value(path);
    if (value == null) {
      return null;
    }
    if (value instanceof String text && text.length() <= max) {
      return text.isBlank() ? null : text;
    }
    throw new InvalidTokenException("a claim is no string, or too long");
  }

  String required(String path, int max) throws InvalidTokenException {
    String value = text(path, max);
    if (value == null) {
      throw new InvalidTokenException("a required claim is missing");
    }
    return value;
  }

  /** The words of a text (RFC 6749, 3.3), or the texts of an array; none where there is none. */
  Set<String> words(String path) throws InvalidTokenException {
    if (value(path) instanceof List<?> list) {
      return strings(list);
    }
    String text = text(path, MAX_SCOPE);
    return text == null ? Set.of() : new HashSet<>(List.of(text.trim().split(" +")));
  }

  private static Set<String> strings(List<?> list) throws InvalidTokenException {
    Set<String> strings = new HashSet<>();
    for (Object one : list) {
      if (!(one instanceof String string)) {
        throw new InvalidTokenException("an array holds something else than strings");
      }
      strings.add(string);
    }
    return strings;
  }
}
