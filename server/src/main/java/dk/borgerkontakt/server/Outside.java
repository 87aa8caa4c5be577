package dk.borgerkontakt.server;

import dk.borgerkontakt.server.config.Settings;
import dk.borgerkontakt.server.config.identity.IdentitySetting;
import dk.borgerkontakt.server.config.identity.IdentitySettings;
import dk.borgerkontakt.server.gateway.Gateways;
import dk.borgerkontakt.server.gateway.TrustedCertificates;
import dk.borgerkontakt.server.identity.ClientTable;
import dk.borgerkontakt.server.identity.TokenProfile;
import dk.borgerkontakt.server.identity.TokenVerifier;
import dk.borgerkontakt.server.identity.issuer.CountedFetches;
import dk.borgerkontakt.server.identity.issuer.IssuerKeys;
import dk.borgerkontakt.server.identity.issuer.KeyPublication;
import dk.borgerkontakt.server.identity.issuer.PublishedKeys;
import dk.borgerkontakt.server.outbox.Carrier;
import dk.borgerkontakt.server.outbox.DeliveryReceipts;
import dk.borgerkontakt.server.sandbox.Sandbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * What the service relies on others for: whose tokens it takes and who carries its messages. The
 * sandbox is one such outside, and serves resources of its own beside the operations.
 *
 * @param carriers opens one for each channel, given who takes what is told of a message later
 * @param end ends what goes on by itself
 */
record Outside(
    TokenVerifier tokenVerifier,
    Function<DeliveryReceipts, List<Carrier>> carriers,
    List<Object> resources,
    Runnable end)
    implements AutoCloseable {

  /** An issuer and gateways of somebody else's, as the settings of mode oidc name them. */
  static Outside ofOthers(Settings settings, MeterRegistry registry, Clock clock) {
    TokenProfile profile = profile(settings.identity());
    KeyPublication publication = new CountedFetches(publication(settings.identity()), registry);
    IssuerKeys keys = IssuerKeys.publishedBy(publication, clock);
    TokenVerifier verifier = new TokenVerifier(profile, keys, clock);
    keys.whenChanged(verifier::forget);
    return new Outside(
        verifier,
        receipts -> Gateways.open(settings.messages(), receipts, clock),
        List.of(),
        keys::close);
  }

  private static TokenProfile profile(IdentitySettings identity) {
    Path clients = identity.clientsFile();
    return new TokenProfile(
        Objects.requireNonNull(identity.issuer()),
        Objects.requireNonNull(identity.audience()),
        identity.claims(),
        clients == null
            ? TokenProfile.claimed(identity.claims(), identity.organisationTypes())
            : ClientTable.load(clients, IdentitySetting.CLIENTS_FILE));
  }

  private static KeyPublication publication(IdentitySettings identity) {
    SSLContext tls =
        TrustedCertificates.of(identity.caFile(), IdentitySetting.CA_FILE).sslContext();
    URI jwksUri = identity.jwksUri();
    return jwksUri == null
        ? PublishedKeys.discoveredAt(Objects.requireNonNull(identity.issuer()), tls)
        : PublishedKeys.at(jwksUri, tls);
  }

  /** The sandbox, with gateways if there are any, which it lets send to few. */
  static Outside of(Sandbox sandbox, Settings settings, Clock clock) {
    return new Outside(
        sandbox.tokenVerifier(),
        receipts -> sandbox.carriers(Gateways.open(settings.messages(), receipts, clock)),
        sandbox.resources(),
        () -> {});
  }

  @Override
  public void close() {
    end.run();
  }
}
