package dk.borgerkontakt.server.gate;

import dk.borgerkontakt.server.access.AccessCheck;
import dk.borgerkontakt.server.access.OrganisationCheck;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.contract.Operation;
import dk.borgerkontakt.server.identity.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.jspecify.annotations.Nullable;

/**
 * The checks that every operation's request passes before its resource sees it. Their order is the
 * service's: the first that fails answers. Size and media type have been checked before; what needs
 * the operation's own transaction comes after.
 */
public final class Gate implements ContainerRequestFilter {

  private final Contract contract;
  private final TokenCheck token;
  private final CallLimit callLimit;
  private final OrganisationCheck organisation;
  private final FormCheck form;
  private final AccessCheck access;

  public Gate(
      Contract contract,
      TokenCheck token,
      CallLimit callLimit,
      OrganisationCheck organisation,
      FormCheck form,
      AccessCheck access) {
    this.contract = contract;
    this.token = token;
    this.callLimit = callLimit;
    this.organisation = organisation;
    this.form = form;
    this.access = access;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Operation operation = operation(request);
    if (operation != null) {
      pass(operation, request);
    }
  }

  private void pass(Operation operation, ContainerRequestContext request) {
    Caller caller = token.check(request);
    Call call = Call.begin(operation, caller, request);
    token.checkScope(call);
    callLimit.check(caller);
    organisation.check(call, request);
    form.check(call, request);
    access.check(call);
  }

  /** The generated interface's methods bear the contract's operationIds; HEAD meets GET's. */
  private @Nullable Operation operation(ContainerRequestContext request) {
    ResourceMethod method = ((ExtendedUriInfo) request.getUriInfo()).getMatchedResourceMethod();
    return method == null
        ? null
        : contract.operation(method.getInvocable().getDefinitionMethod().getName());
  }
}
