package dk.borgerkontakt.persistence.audit;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Who called: the organisation and client of the token, the user that the client named, and for
 * another actor whom it acts for.
 */
public record AuditCaller(
    @Nullable Integer organisationstype,
    @Nullable String organisationskode,
    String clientId,
    @Nullable String brugerId,
    @Nullable Integer brugerType,
    @Nullable String vegneType,
    @Nullable String vegneKode) {

  public AuditCaller {
    requireNonNull(clientId, "clientId");
  }

  /** Never prints the user. */
  @Override
  public String toString() {
    return "AuditCaller[clientId=" + clientId + "]";
  }
}
