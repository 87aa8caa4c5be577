package dk.borgerkontakt.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dk.borgerkontakt.persistence.testing.TestPort;
import dk.borgerkontakt.server.identity.TokenProfile;
import dk.borgerkontakt.server.identity.TokenVerifier;
import dk.borgerkontakt.server.identity.issuer.IssuerKeys;
import dk.borgerkontakt.server.testing.MutableClock;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** The sandbox's token issuer alone, on a free port. */
final class TokenServer implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Set<String> SCOPES = Set.of("a.read", "a.write", "a.status.write");

  private static final JsonMapper JSON = new JsonMapper();

  final URI uri;
  final TokenVerifier verifier;
  final MutableClock clock = new MutableClock();
  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  TokenServer() throws Exception {
    uri = UriBuilder.fromUri("http://127.0.0.1").port(TestPort.free()).build();
    ECKey key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    clock.set(NOW);
    TokenProfile profile =
        new TokenProfile(uri.toString(), "borgerkontakt", TokenProfile.DEFAULT_CLAIMS);
    verifier = new TokenVerifier(profile, IssuerKeys.of(key), clock);
    ResourceConfig config =
        new ResourceConfig()
            .property(ServerProperties.WADL_FEATURE_DISABLE, true)
            .register(new JacksonJsonProvider())
            .register(
                new TokenResource(
                    new SandboxClients(SCOPES, "a.read"), new AccessTokens(profile, key, clock)))
            .register(new MetadataResource(uri.toString(), SCOPES, key));
    server = GrizzlyHttpServerFactory.createHttpServer(uri, config);
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri.resolve(path)).build());
  }

  /** Posts a form to the token endpoint, with further headers: name, value, name, value. */
  HttpResponse<String> token(String form, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri.resolve("/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request.build());
  }

  static JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
