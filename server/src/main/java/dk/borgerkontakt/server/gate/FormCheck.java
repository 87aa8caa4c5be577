package dk.borgerkontakt.server.gate;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.problem.Fault;
import dk.borgerkontakt.server.problem.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a request's headers, path and body against the contract's schemas. All faults are told
 * together; the answer bears the code that comes first in the order of checks.
 */
public final class FormCheck {

  private static final List<Fejlkode> ORDER =
      List.of(
          Fejlkode.InvalidCpr,
          Fejlkode.FailedToValidateMessage,
          Fejlkode.UkendtKontaktdataType,
          Fejlkode.UkendtKontaktdatastatus,
          Fejlkode.UgyldigtMobiltelefonnummer,
          Fejlkode.UgyldigEmailadresse);

  private final ParameterForm parameters;
  private final BodyForm body;

  public FormCheck(ParameterForm parameters, BodyForm body) {
    this.parameters = parameters;
    this.body = body;
  }

  void check(Call call, ContainerRequestContext request) {
    List<Fault> faults = new ArrayList<>(parameters.faults(call, request));
    faults.addAll(body.faults(call.operation(), request));
    for (Fejlkode code : ORDER) {
      if (faults.stream().anyMatch(fault -> fault.code() == code)) {
        throw new Refusal(code, faults);
      }
    }
  }
}
