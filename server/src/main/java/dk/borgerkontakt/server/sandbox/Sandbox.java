package dk.borgerkontakt.server.sandbox;

import com.nimbusds.jose.jwk.ECKey;
import dk.borgerkontakt.server.config.Settings;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.identity.TokenProfile;
import dk.borgerkontakt.server.identity.TokenVerifier;
import dk.borgerkontakt.server.identity.issuer.IssuerKeys;
import dk.borgerkontakt.server.keys.KeyFolder;
import dk.borgerkontakt.server.outbox.Carrier;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.outbox.MessageSender;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * An outside of the service's own, for developing and testing against: it issues the tokens, keeps
 * test citizens, and writes messages to a folder, but for those that a gateway may carry.
 */
public final class Sandbox {

  private static final String AUDIENCE = "borgerkontakt";
  private static final int WRITERS = 4;

  private final TokenVerifier tokenVerifier;
  private final MessageSender folder;
  private final AllowedRecipients allowed;
  private final List<Object> resources;

  /**
   * Makes the sandbox, its signing key if there is none yet.
   *
   * @throws dk.borgerkontakt.server.config.ConfigurationException when a gateway may send to one of
   *     the sandbox's citizens
   */
  public Sandbox(Settings settings, Contract contract, URI baseUri, Clock clock) {
    allowed = new AllowedRecipients(settings.messages().sandboxRecipients());
    String issuer = baseUri.resolve("/").toString().replaceFirst("/$", "");
    TokenProfile profile = new TokenProfile(issuer, AUDIENCE, TokenProfile.DEFAULT_CLAIMS);
    ECKey key = new KeyFolder(settings.keysDir()).signingKey("sandbox");
    SandboxClients clients = new SandboxClients(contract.scopes(), contract.readScope());
    tokenVerifier = new TokenVerifier(profile, IssuerKeys.of(key), clock);
    folder = new OutboxFolder(settings.dataDir().resolve("outbox"));
    resources =
        List.of(
            new TokenResource(clients, new AccessTokens(profile, key, clock)),
            new MetadataResource(issuer, contract.scopes(), key));
  }

  /** Takes the tokens that the sandbox issues. */
  public TokenVerifier tokenVerifier() {
    return tokenVerifier;
  }

  /** One for each channel: writes each message to a file, or may use its gateway if it has one. */
  public List<Carrier> carriers(List<Carrier> gateways) {
    return Stream.of(Kanal.values()).map(kanal -> carrier(kanal, gateways)).toList();
  }

  private Carrier carrier(Kanal kanal, List<Carrier> gateways) {
    return gateways.stream()
        .filter(gateway -> gateway.kanal() == kanal)
        .findFirst()
        .map(it -> new Carrier(kanal, forAllowed(it.sender()), it.parallel()))
        .orElseGet(() -> new Carrier(kanal, folder, WRITERS));
  }

  private MessageSender forAllowed(MessageSender gateway) {
    return new AllowListSender(allowed, gateway, folder);
  }

  /** The token endpoint and what describes it. */
  public List<Object> resources() {
    return resources;
  }
}
