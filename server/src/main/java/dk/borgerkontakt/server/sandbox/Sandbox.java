package dk.borgerkontakt.server.sandbox;

import com.nimbusds.jose.jwk.ECKey;
import dk.borgerkontakt.server.config.Settings;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.identity.IssuerKeys;
import dk.borgerkontakt.server.identity.TokenProfile;
import dk.borgerkontakt.server.identity.TokenVerifier;
import dk.borgerkontakt.server.keys.KeyFolder;
import dk.borgerkontakt.server.outbox.MessageSender;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/**
 * An outside of the service's own, for developing and testing against: it issues the tokens, keeps
 * test citizens, and writes messages to a folder.
 */
public final class Sandbox {

  private static final String AUDIENCE = "borgerkontakt";

  private final TokenVerifier tokenVerifier;
  private final MessageSender messageSender;
  private final List<Object> resources;

  /** Makes the sandbox, its signing key if there is none yet. */
  public Sandbox(Settings settings, Contract contract, URI baseUri, Clock clock) {
    String issuer = baseUri.resolve("/").toString().replaceFirst("/$", "");
    TokenProfile profile = new TokenProfile(issuer, AUDIENCE, TokenProfile.DEFAULT_CLAIMS);
    ECKey key = new KeyFolder(settings.keysDir()).signingKey("sandbox");
    SandboxClients clients = new SandboxClients(contract.scopes(), contract.readScope());
    tokenVerifier = new TokenVerifier(profile, IssuerKeys.of(key), clock);
    messageSender = new OutboxFolder(settings.dataDir().resolve("outbox"));
    resources =
        List.of(
            new TokenResource(clients, new AccessTokens(profile, key, clock)),
            new MetadataResource(issuer, contract.scopes(), key));
  }

  /** Takes the tokens that the sandbox issues. */
  public TokenVerifier tokenVerifier() {
    return tokenVerifier;
  }

  /** Writes each message to a file. */
  public MessageSender messageSender() {
    return messageSender;
  }

  /** The token endpoint and what describes it. */
  public List<Object> resources() {
    return resources;
  }
}
