package dk.borgerkontakt.server;

import dk.borgerkontakt.server.config.Settings;
import dk.borgerkontakt.server.config.identity.IdentitySettings;
import dk.borgerkontakt.server.gateway.Gateways;
import dk.borgerkontakt.server.identity.IssuerKeys;
import dk.borgerkontakt.server.identity.TokenProfile;
import dk.borgerkontakt.server.identity.TokenVerifier;
import dk.borgerkontakt.server.outbox.Carrier;
import dk.borgerkontakt.server.outbox.DeliveryReceipts;
import dk.borgerkontakt.server.sandbox.Sandbox;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What the service relies on others for: whose tokens it takes and who carries its messages. The
 * sandbox is one such outside, and serves resources of its own beside the operations.
 *
 * @param carriers opens one for each channel, given who takes what is told of a message later
 */
record Outside(
    TokenVerifier tokenVerifier,
    Function<DeliveryReceipts, List<Carrier>> carriers,
    List<Object> resources) {

  /** An issuer and gateways of somebody else's, as the settings of mode oidc name them. */
  static Outside ofOthers(Settings settings, Clock clock) {
    IdentitySettings identity = settings.identity();
    TokenProfile profile =
        new TokenProfile(
            Objects.requireNonNull(identity.issuer()),
            Objects.requireNonNull(identity.audience()),
            identity.claims());
    return new Outside(
        new TokenVerifier(
            profile, IssuerKeys.at(Objects.requireNonNull(identity.jwksUri())), clock),
        receipts -> Gateways.open(settings.messages(), receipts, clock),
        List.of());
  }

  /** The sandbox, with gateways if there are any, which it lets send to few. */
  static Outside of(Sandbox sandbox, Settings settings, Clock clock) {
    return new Outside(
        sandbox.tokenVerifier(),
        receipts -> sandbox.carriers(Gateways.open(settings.messages(), receipts, clock)),
        sandbox.resources());
  }
}
