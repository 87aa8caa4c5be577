package dk.borgerkontakt.server.sandbox;

import dk.borgerkontakt.api.model.OrganisationTypeCodelList;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sandbox's OAuth2 clients, from {@code klienter.csv}. All have the same well-known secret. */
public final class SandboxClients {

  private static final byte[] SECRET = "sandbox".getBytes(StandardCharsets.UTF_8);

  private final Set<String> allScopes;
  private final Map<String, SandboxClient> clients;

  /**
   * @param allScopes every scope that the contract names
   * @param readScope the one of them that a client gets that may only read
   */
  public SandboxClients(Set<String> allScopes, String readScope) {
    this.allScopes = new TreeSet<>(allScopes);
    this.clients =
        SandboxTable.read("klienter.csv", row -> client(row, readScope)).stream()
            .collect(Collectors.toUnmodifiableMap(SandboxClient::id, Function.identity()));
  }

  /** The client, if there is one with this id and secret. */
  Optional<SandboxClient> authenticate(String id, String secret) {
    boolean right = MessageDigest.isEqual(SECRET, secret.getBytes(StandardCharsets.UTF_8));
    return Optional.ofNullable(clients.get(id)).filter(client -> right);
  }

  private SandboxClient client(SandboxTable.Row row, String readScope) {
    return new SandboxClient(
        row.text("client_id"),
        OrganisationTypeCodelList.valueOf(row.text("organisationstype")),
        row.textOrNull("kode"),
        row.text("scopes").equals("alle") ? allScopes : Set.of(readScope));
  }
}
