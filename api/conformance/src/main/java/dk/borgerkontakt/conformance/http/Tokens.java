package dk.borgerkontakt.conformance.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.borgerkontakt.conformance.data.TestData;
import dk.borgerkontakt.conformance.data.TestData.Client;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The clients' access tokens: issued once by client credentials (RFC 6749, 4.4), or ready ones. */
public final class Tokens {

  /** What a bearer token may look like (RFC 6750, 2.1). */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private final Transport transport = new Transport();
  private final Map<Place, String> issued = new ConcurrentHashMap<>();
  private final URI baseUri;
  private final TestData data;
  private final List<String> scopes;

  /**
   * @param scopes all that the contract has
   */
  public Tokens(URI baseUri, TestData data, List<String> scopes) {
    this.baseUri = baseUri;
    this.data = data;
    this.scopes = scopes;
  }

  /** Another instance may have its own issuer, and then its own tokens. */
  private record Place(URI service, Login login) {}

  /** The Authorization header of a login at a service; none for nobody. */
  Optional<String> authorization(URI service, Login login) {
    if (login.literal() != null) {
      return Optional.of(login.literal());
    }
    return login.client() == null
        ? Optional.empty()
        : Optional.of("Bearer " + token(service, login));
  }

  /** The token of a login that has a client. */
  public String token(Login login) {
    return token(baseUri, login);
  }

  private String token(URI service, Login login) {
    return issued.computeIfAbsent(new Place(service, login), this::obtain);
  }

  /** Whether a token that lacks a scope is to be had. */
  public boolean canLack(String client, String scope) {
    Client known = client(client);
    return known.id() != null
        || Optional.ofNullable(known.narrowTokens()).orElse(Map.of()).containsKey(scope);
  }

  private Client client(String name) {
    return Objects.requireNonNull(data.clients().get(name), name);
  }

  private String obtain(Place place) {
    Login login = place.login();
    Client client = client(Objects.requireNonNull(login.client()));
    String ready = client.token();
    if (ready == null) {
      return ask(client, place);
    }
    String lacking = login.lacking();
    return lacking == null
        ? ready
        : Objects.requireNonNull(Objects.requireNonNull(client.narrowTokens()).get(lacking));
  }

  private String ask(Client client, Place place) {
    Login login = place.login();
    String endpoint = Objects.requireNonNull(data.tokens()).endpoint();
    URI uri = uri(place.service(), endpoint);
    String form = "grant_type=client_credentials";
    if (login.lacking() != null) {
      form += "&scope=" + URLEncoder.encode(allBut(login.lacking()), UTF_8);
    }
    String pair = encoded(client.id()) + ":" + encoded(client.secret());
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return tokenOf(login, request);
  }

  private static URI uri(URI service, String endpoint) {
    return endpoint.matches("https?://.*")
        ? URI.create(endpoint)
        : Wire.under(service, endpoint.startsWith("/") ? endpoint : "/" + endpoint);
  }

  private String tokenOf(Login login, HttpRequest request) {
    try {
      HttpResponse<byte[]> response = transport.send(request);
      String token = new JsonMapper().readTree(response.body()).path("access_token").asText();
      if (response.statusCode() != 200 || token.isEmpty()) {
        throw new UnreachableException("no token for " + login + ": " + response.statusCode());
      }
      if (!TOKEN.matcher(token).matches()) {
        throw new UnreachableException("no token for " + login + ": it isn't written as one");
      }
      return token;
    } catch (IOException e) {
      throw new UnreachableException("no token for " + login + ": " + e.getClass().getName());
    }
  }

  private String allBut(String lacking) {
    return scopes.stream().filter(scope -> !scope.equals(lacking)).collect(Collectors.joining(" "));
  }

  private static String encoded(@Nullable String value) {
    return URLEncoder.encode(Objects.requireNonNull(value), UTF_8);
  }
}
