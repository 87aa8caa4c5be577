package dk.borgerkontakt.server.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import dk.borgerkontakt.server.call.ClientCertificate;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's token endpoint: client credentials (RFC 6749, 4.4). Takes any media type and any
 * Accept, so that whatever is wrong is said in the words of RFC 6749, 5.2.
 */
@Path("/oauth2/token")
public final class TokenResource {

  private static final int MAX_BYTES = 16 * 1024;

  private final SandboxClients clients;
  private final AccessTokens tokens;

  public TokenResource(SandboxClients clients, AccessTokens tokens) {
    this.clients = clients;
    this.tokens = tokens;
  }

  /**
   * An access token for the client that proves itself, or why there is none. Over a connection with
   * a certificate of the client's, it is bound to that (RFC 8705, 3).
   */
  @POST
  public Response token(
      @Context HttpHeaders headers, @Context ContainerRequestContext connection, InputStream body)
      throws IOException {
    try {
      return answer(Response.ok(grant(request(headers, body), ClientCertificate.of(connection))));
    } catch (OAuthError e) {
      ErrorBody error = new ErrorBody(e.error(), e.description());
      return e.isInvalidClient()
          ? answer(
              Response.status(Response.Status.UNAUTHORIZED)
                  .entity(error)
                  .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"sandbox\""))
          : answer(Response.status(Response.Status.BAD_REQUEST).entity(error));
    }
  }

  private static Response answer(Response.ResponseBuilder response) {
    return response
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Pragma", "no-cache")
        .build();
  }

  private static TokenRequest request(HttpHeaders headers, InputStream body)
      throws IOException, OAuthError {
    if (!isForm(headers.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
      throw OAuthError.invalidRequest(
          "the content type has to be " + MediaType.APPLICATION_FORM_URLENCODED);
    }
    byte[] form = body.readNBytes(MAX_BYTES + 1);
    if (form.length > MAX_BYTES) {
      throw OAuthError.invalidRequest("the body is too large");
    }
    List<String> authorization = headers.getRequestHeader(HttpHeaders.AUTHORIZATION);
    return new TokenRequest(
        new String(form, StandardCharsets.UTF_8),
        authorization == null ? List.of() : authorization);
  }

  private static boolean isForm(@Nullable String contentType) {
    return contentType != null
        && contentType
            .split(";", 2)[0]
            .strip()
            .toLowerCase(Locale.ROOT)
            .equals(MediaType.APPLICATION_FORM_URLENCODED);
  }

  private TokenBody grant(TokenRequest request, @Nullable X509Certificate certificate)
      throws OAuthError {
    String grantType = request.parameter("grant_type");
    if (grantType == null) {
      throw OAuthError.invalidRequest("grant_type is missing");
    }
    TokenRequest.Credentials credentials = request.credentials();
    SandboxClient client =
        clients
            .authenticate(credentials.id(), credentials.secret())
            .orElseThrow(OAuthError::invalidClient);
    if (!grantType.equals("client_credentials")) {
      throw OAuthError.unsupportedGrantType();
    }
    String scope = String.join(" ", scopes(client, request.parameter("scope")));
    String token = tokens.issue(client, scope, certificate);
    return new TokenBody(token, "Bearer", AccessTokens.LIFETIME.toSeconds(), scope);
  }

  /** What was asked for, or everything that the client may have. */
  private static Set<String> scopes(SandboxClient client, @Nullable String asked)
      throws OAuthError {
    if (asked == null) {
      return client.scopes();
    }
    Set<String> scopes = new TreeSet<>(List.of(asked.split(" ", -1)));
    if (!client.scopes().containsAll(scopes)) {
      throw OAuthError.invalidScope();
    }
    return scopes;
  }

  /** RFC 6749, 5.1. */
  record TokenBody(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("token_type") String tokenType,
      @JsonProperty("expires_in") long expiresIn,
      @JsonProperty("scope") String scope) {

    /** Nothing: it holds the token. */
    @Override
    public String toString() {
      return "TokenBody";
    }
  }

  /** RFC 6749, 5.2. */
  record ErrorBody(
      @JsonProperty("error") String error, @JsonProperty("error_description") String description) {}
}
