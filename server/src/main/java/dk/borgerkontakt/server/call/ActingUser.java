package dk.borgerkontakt.server.call;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * What the caller says of the person or process behind the call, and of whom it acts for. It goes
 * to the audit as it was sent, cut to the length that the audit keeps.
 */
public record ActingUser(
    @Nullable String userId,
    @Nullable String userType,
    @Nullable String onBehalfOfType,
    @Nullable String onBehalfOfCode) {

  public static final String USER_ID = "x-userIdentifier";
  public static final String USER_TYPE = "x-requestUserTypeIdentifier";
  public static final String ORGANISATION_TYPE = "x-organisationTypeIdentifier";
  public static final String ORGANISATION_CODE = "x-organisationCode";

  static ActingUser of(ContainerRequestContext request) {
    return new ActingUser(
        request.getHeaderString(USER_ID),
        request.getHeaderString(USER_TYPE),
        request.getHeaderString(ORGANISATION_TYPE),
        request.getHeaderString(ORGANISATION_CODE));
  }

  /** A user id may be a CPR number: it is for the audit's eyes alone. */
  @Override
  public String toString() {
    return "ActingUser";
  }
}
