package dk.borgerkontakt.server.sandbox;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What clients and services need to know of the sandbox's token issuer. */
@Path("/")
public final class MetadataResource {

  private final Map<String, Object> metadata;
  private final Map<String, Object> keys;

  /**
   * @param issuer the base address of the service, without a slash at its end
   * @param key the key that tokens are signed with; its public half is told
   */
  public MetadataResource(String issuer, Set<String> scopes, ECKey key) {
    this.metadata = metadata(issuer, scopes);
    this.keys = new JWKSet(key.toPublicJWK()).toJSONObject(true);
  }

  /** The issuer's metadata (RFC 8414). */
  @GET
  @Path(".well-known/oauth-authorization-server")
  public Response metadata() {
    return Response.ok(metadata, MediaType.APPLICATION_JSON_TYPE).build();
  }

  /** The keys that its tokens are signed with (RFC 7517). */
  @GET
  @Path("oauth2/jwks")
  public Response keys() {
    return Response.ok(keys, MediaType.APPLICATION_JSON_TYPE).build();
  }

  private static Map<String, Object> metadata(String issuer, Set<String> scopes) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("issuer", issuer);
    metadata.put("token_endpoint", issuer + "/oauth2/token");
    metadata.put("jwks_uri", issuer + "/oauth2/jwks");
    metadata.put("scopes_supported", List.copyOf(new TreeSet<>(scopes)));
    // Required, and empty where nobody logs in with a browser.
    metadata.put("response_types_supported", List.of());
    metadata.put("grant_types_supported", List.of("client_credentials"));
    metadata.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_basic", "client_secret_post"));
    return metadata;
  }
}
