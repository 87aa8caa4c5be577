package dk.borgerkontakt.server.identity.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.JWKSet;
import dk.borgerkontakt.server.config.source.Parsers;
import dk.borgerkontakt.server.outgoing.BoundedExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * Keys at an address (RFC 7517, 5), or at the one that the issuer's metadata names. Each answer has
 * three seconds and 256 KiB.
 */
public final class PublishedKeys {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final int MOST_BYTES = 256 * 1024;
  private static final JsonMapper JSON = new JsonMapper();

  private final BoundedExchange exchange;

  PublishedKeys(SSLContext tls, Duration timeout) {
    exchange = new BoundedExchange(tls, timeout, MOST_BYTES);
  }

  /** Those at this address. */
  public static KeyPublication at(URI jwksUri, SSLContext tls) {
    PublishedKeys keys = new PublishedKeys(tls, TIMEOUT);
    return () -> keys.fetch(jwksUri);
  }

  /**
   * Those that the issuer's metadata leads to, looked up each time: an issuer may move its keys.
   * The metadata is that of OpenID Connect Discovery 1.0, 4, or else that of RFC 8414, 3.
   */
  public static KeyPublication discoveredAt(String issuer, SSLContext tls) {
    PublishedKeys keys = new PublishedKeys(tls, TIMEOUT);
    return () -> keys.fetch(keys.jwksUri(issuer));
  }

  JWKSet fetch(URI jwksUri) throws IOException {
    return UsableKeys.of(body(get(jwksUri)));
  }

  URI jwksUri(String issuer) throws IOException {
    for (URI address : metadataAddresses(issuer)) {
      HttpResponse<byte[]> answer = get(address);
      if (answer.statusCode() != 404) {
        return jwksUri(issuer, json(body(answer)));
      }
    }
    throw new IOException("the issuer has no metadata; give the address of its keys instead");
  }

  /** Metadata of another issuer counts for nothing (RFC 8414, 3.3). */
  private static URI jwksUri(String issuer, JsonNode metadata) throws IOException {
    if (!issuer.equals(metadata.path("issuer").textValue())) {
      throw new IOException("the metadata is that of another issuer than the configured one");
    }
    try {
      return Parsers.secureUri(metadata.path("jwks_uri").asText());
    } catch (IllegalArgumentException e) {
      throw new IOException("the metadata's jwks_uri is no https address");
    }
  }

  private static JsonNode json(byte[] body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      // Its text quotes the answer, which is anybody's when the address is wrong.
      throw new IOException("the issuer's metadata is no JSON");
    }
  }

  private static List<URI> metadataAddresses(String issuer) {
    URI base = URI.create(issuer.replaceFirst("/$", ""));
    return List.of(
        URI.create(base + "/.well-known/openid-configuration"),
        base.resolve("/.well-known/oauth-authorization-server" + base.getRawPath()));
  }

  private HttpResponse<byte[]> get(URI address) throws IOException {
    return exchange.send(HttpRequest.newBuilder(address).build());
  }

  private static byte[] body(HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException("the issuer answers with status " + answer.statusCode());
    }
    return answer.body();
  }
}
