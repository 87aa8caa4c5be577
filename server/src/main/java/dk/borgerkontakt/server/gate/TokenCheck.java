package dk.borgerkontakt.server.gate;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.call.ClientCertificate;
import dk.borgerkontakt.server.identity.Caller;
import dk.borgerkontakt.server.identity.CertificateBinding;
import dk.borgerkontakt.server.identity.InvalidTokenException;
import dk.borgerkontakt.server.identity.TokenVerifier;
import dk.borgerkontakt.server.problem.Refusal;
import dk.borgerkontakt.server.telemetry.Counts;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bearer tokens (RFC 6750), the certificate that they may be bound to, and the one scope that each
 * operation asks for.
 */
public final class TokenCheck {

  private static final Logger LOG = LoggerFactory.getLogger(TokenCheck.class);
  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String SCHEME = "Bearer ";
  private static final String REALM = "Bearer realm=\"borgerkontakt\"";

  private enum Outcome {
    ACCEPTED,
    MISSING,
    INVALID
  }

  private final TokenVerifier verifier;
  private final CertificateBinding binding;
  private final Counts<Outcome> outcomes;

  public TokenCheck(TokenVerifier verifier, CertificateBinding binding, MeterRegistry registry) {
    this.verifier = verifier;
    this.binding = binding;
    this.outcomes = new Counts<>(registry, "identity.tokens", "outcome", Outcome.class);
  }

  /** The caller that the request's token names, else 1012. */
  Caller check(ContainerRequestContext request) {
    List<String> authorization = request.getHeaders().get("Authorization");
    if (authorization == null || authorization.size() != 1 || !isBearer(authorization.get(0))) {
      outcomes.count(Outcome.MISSING);
      throw logonFailed(REALM);
    }
    try {
      Caller caller = verifier.verify(authorization.get(0).substring(SCHEME.length()).strip());
      binding.check(caller, ClientCertificate.of(request));
      outcomes.count(Outcome.ACCEPTED);
      return caller;
    } catch (InvalidTokenException invalid) {
      outcomes.count(Outcome.INVALID);
      LOG.info("token refused: {}", invalid.getMessage());
      throw logonFailed(REALM + ", error=\"invalid_token\"");
    }
  }

  /** 1013 unless the token has the operation's scope. */
  void checkScope(Call call) {
    String scope = call.operation().scope();
    if (!call.caller().scopes().contains(scope)) {
      throw new Refusal(Fejlkode.InsufficientPermissions)
          .header(CHALLENGE, REALM + ", error=\"insufficient_scope\", scope=\"" + scope + "\"");
    }
  }

  private static boolean isBearer(String authorization) {
    return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  private static Refusal logonFailed(String challenge) {
    return new Refusal(Fejlkode.LogonFailed).header(CHALLENGE, challenge);
  }
}
