package dk.borgerkontakt.server.sandbox;

import static dk.borgerkontakt.server.sandbox.TokenServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.server.identity.TokenProfile;
import dk.borgerkontakt.server.identity.TokenVerifier;
import dk.borgerkontakt.server.identity.issuer.IssuerKeys;
import dk.borgerkontakt.server.identity.issuer.KeyPublication;
import dk.borgerkontakt.server.identity.issuer.PublishedKeys;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class MetadataResourceTest {

  @Test
  void leadsFromTheIssuerToItsEndpointsAndKeys() throws Exception {
    try (TokenServer server = new TokenServer()) {
      JsonNode metadata = json(server.get("/.well-known/oauth-authorization-server"));

      assertThat(metadata.get("issuer").textValue()).isEqualTo(server.uri.toString());
      assertThat(metadata.get("token_endpoint").textValue())
          .isEqualTo(server.uri + "/oauth2/token");
      assertThat(metadata.get("scopes_supported")).hasSameSizeAs(TokenServer.SCOPES);
      assertThat(metadata.get("grant_types_supported").get(0).textValue())
          .isEqualTo("client_credentials");

      String token =
          json(server.token("grant_type=client_credentials&client_id=star&client_secret=sandbox"))
              .get("access_token")
              .textValue();
      KeyPublication publication =
          PublishedKeys.discoveredAt(server.uri.toString(), SSLContext.getDefault());
      try (IssuerKeys keys = IssuerKeys.publishedBy(publication, server.clock)) {
        TokenVerifier another =
            new TokenVerifier(
                new TokenProfile(
                    metadata.get("issuer").textValue(),
                    "borgerkontakt",
                    TokenProfile.DEFAULT_CLAIMS),
                keys,
                server.clock);
        assertThat(another.verify(token).clientId()).isEqualTo("star");
      }
    }
  }

  @Test
  void tellsOnlyThePublicHalfOfTheKey() throws Exception {
    try (TokenServer server = new TokenServer()) {
      JsonNode key = json(server.get("/oauth2/jwks")).get("keys").get(0);

      assertThat(key.get("kty").textValue()).isEqualTo("EC");
      assertThat(key.get("crv").textValue()).isEqualTo("P-256");
      assertThat(key.get("kid").textValue()).isNotBlank();
      assertThat(key.has("d")).isFalse();
    }
  }
}
