package dk.borgerkontakt.server.testing;

import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** One way to a server: over connections of its own, with the tokens that it gets by them. */
public final class Wire {

  private final URI baseUri;
  private final CheckedHttpClient http;
  private final Tokens tokens;
  private final SSLContext context;

  Wire(URI baseUri, Clock clock, ContractCheck check, SSLContext context) {
    this.baseUri = baseUri;
    this.context = context;
    http = new CheckedHttpClient(check, context);
    tokens = new Tokens(baseUri, clock, context);
  }

  /** Calls as this client of the sandbox, with all scopes that it has or the named ones alone. */
  public Caller as(String clientId, String... scopes) {
    return withTokens(() -> token(clientId, scopes));
  }

  /** Calls with tokens from elsewhere. */
  public Caller withTokens(Supplier<String> given) {
    return new Caller(baseUri, http, given);
  }

  /** An access token from the token endpoint, the same one until its end draws near. */
  public String token(String clientId, String... scopes) {
    return tokens.token(clientId, scopes);
  }

  /** Raw bytes on a connection of its own; its exchanges are checked as well. */
  public RawConnection connect() {
    return new RawConnection(baseUri, http.contractCheck(), context);
  }
}
