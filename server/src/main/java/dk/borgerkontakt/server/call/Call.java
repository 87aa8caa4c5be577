package dk.borgerkontakt.server.call;

import dk.borgerkontakt.persistence.register.Borger;
import dk.borgerkontakt.server.contract.Operation;
import dk.borgerkontakt.server.identity.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of an operation, from the moment that its token has been verified. The checks add what
 * they find; a refusal is audited with what was known until then.
 */
public final class Call {

  private static final String PROPERTY = Call.class.getName();

  /** The header with the caller's own id of the request. */
  public static final String REQUEST_ID = "x-requestId";

  private final Operation operation;
  private final Caller caller;
  private final ActingUser actingUser;
  private final @Nullable String requestId;
  private final @Nullable String asked;
  private @Nullable String actingFor;
  private @Nullable Borger borger;

  private Call(Operation operation, Caller caller, ContainerRequestContext request) {
    this.operation = operation;
    this.caller = caller;
    this.actingUser = ActingUser.of(request);
    this.requestId = request.getHeaderString(REQUEST_ID);
    this.asked = asked(operation, request);
  }

  /** Begins a call, and keeps it with the request. */
  public static Call begin(Operation operation, Caller caller, ContainerRequestContext request) {
    Call call = new Call(operation, caller, request);
    request.setProperty(PROPERTY, call);
    return call;
  }

  /** The request's call; empty before its token was verified, and for what is no operation. */
  public static Optional<Call> of(ContainerRequestContext request) {
    return Optional.ofNullable((Call) request.getProperty(PROPERTY));
  }

  private static @Nullable String asked(Operation operation, ContainerRequestContext request) {
    return operation.namesACitizen()
        ? request.getHeaderString(Operation.CPR_HEADER)
        : request.getUriInfo().getPathParameters().getFirst(operation.askedParameter());
  }

  public Operation operation() {
    return operation;
  }

  public Caller caller() {
    return caller;
  }

  public ActingUser actingUser() {
    return actingUser;
  }

  /** The caller's own id of this request, for which the same id is refused for 24 hours. */
  public @Nullable String requestId() {
    return requestId;
  }

  /** What the call asks about, as sent: a CPR number, or the number or address of a look-up. */
  public @Nullable String asked() {
    return asked;
  }

  /**
   * The organisation code that access is judged by: the caller's own, or the job centre's it acts
   * for.
   */
  public @Nullable String actingFor() {
    return actingFor;
  }

  /** Notes the organisation code that access is judged by. */
  public void actsFor(@Nullable String organisationCode) {
    actingFor = organisationCode;
  }

  /** The citizen, or null as long as none is known. */
  public @Nullable Borger borger() {
    return borger;
  }

  /** The citizen that the gate has found; only for operations that name one. */
  public Borger knownBorger() {
    return Objects.requireNonNull(borger, "the gate has found no citizen");
  }

  /** Notes the citizen. */
  public void concerns(Borger found) {
    borger = found;
  }
}
