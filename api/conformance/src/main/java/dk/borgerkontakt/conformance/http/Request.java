package dk.borgerkontakt.conformance.http;

import dk.borgerkontakt.contract.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that can be changed at one place at a time.
 *
 * @param operation the one that it is meant for and judged by
 * @param base another instance's address; null: the one that is tested
 */
public record Request(
    Operation operation,
    String method,
    String path,
    Login login,
    Map<String, List<String>> headers,
    @Nullable String body,
    @Nullable String base) {

  public static final String CITIZEN = "x-civilregistrationIdentifier";
  public static final String REQUEST_ID = "x-requestId";
  public static final String CONTENT_TYPE = "Content-Type";

  /** With another HTTP method. */
  public Request method(String other) {
    return new Request(operation, other, path, login, headers, body, base);
  }

  /** With another path. */
  public Request path(String other) {
    return new Request(operation, method, other, login, headers, body, base);
  }

  /** By another client, with all its scopes. */
  public Request as(String client) {
    return login(Login.of(client));
  }

  /** With another proof of who calls. */
  public Request login(Login other) {
    return new Request(operation, method, path, other, headers, body, base);
  }

  /** With a header of these values; without it when there are none. */
  public Request header(String name, String... values) {
    Map<String, List<String>> changed = new LinkedHashMap<>(headers);
    changed.remove(name);
    if (values.length > 0) {
      changed.put(name, List.of(values));
    }
    return new Request(operation, method, path, login, changed, body, base);
  }

  /** For a citizen, where the operation has one. */
  public Request citizen(String cpr) {
    return operation.hasParameter(CITIZEN) ? header(CITIZEN, cpr) : this;
  }

  /** With another body. */
  public Request body(@Nullable String other) {
    return new Request(operation, method, path, login, headers, other, base);
  }

  /** To another instance. */
  public Request to(String address) {
    return new Request(operation, method, path, login, headers, body, address);
  }

  /** The value of a header; empty when it isn't sent once. */
  public String sent(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.size() == 1 ? values.get(0) : "";
  }

  @Override
  public String toString() {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }
}
