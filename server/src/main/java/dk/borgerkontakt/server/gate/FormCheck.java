package dk.borgerkontakt.server.gate;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.problem.Fault;
import dk.borgerkontakt.server.problem.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Holds a request's headers, path and body against the contract's schemas. All faults are told
 * together; the answer bears the code that comes first in the order of checks.
 */
public final class FormCheck {

  /** What a parameter's own code says beside them is an operation's own rule, and comes last. */
  private static final List<Fejlkode> ORDER =
      List.of(
          Fejlkode.InvalidCpr,
          Fejlkode.FailedToValidateMessage,
          Fejlkode.UkendtKontaktdataType,
          Fejlkode.UkendtKontaktdatastatus);

  private final ParameterForm parameters;
  private final BodyForm body;

  public FormCheck(ParameterForm parameters, BodyForm body) {
    this.parameters = parameters;
    this.body = body;
  }

  void check(Call call, ContainerRequestContext request) {
    List<Fault> faults = new ArrayList<>(parameters.faults(call, request));
    faults.addAll(body.faults(call.operation(), request));
    faults.stream()
        .map(Fault::code)
        .min(Comparator.comparing(FormCheck::place))
        .ifPresent(
            first -> {
              throw new Refusal(first, faults);
            });
  }

  private static int place(Fejlkode code) {
    return ORDER.contains(code) ? ORDER.indexOf(code) : ORDER.size();
  }
}
