package dk.borgerkontakt.server.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dk.borgerkontakt.server.call.Call;
import dk.borgerkontakt.server.contract.CprForm;
import dk.borgerkontakt.server.contract.Operation;
import dk.borgerkontakt.server.contract.Parameter;
import dk.borgerkontakt.server.problem.Fault;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The form of headers and path parameters. */
public final class ParameterForm {

  private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]{0,8}");

  private final CprForm cprForm;

  public ParameterForm(CprForm cprForm) {
    this.cprForm = cprForm;
  }

  List<Fault> faults(Call call, ContainerRequestContext request) {
    List<Fault> faults = new ArrayList<>();
    for (Parameter parameter : call.operation().parameters()) {
      check(parameter, values(parameter, request), faults);
    }
    return faults;
  }

  private static List<String> values(Parameter parameter, ContainerRequestContext request) {
    List<String> values =
        parameter.in() == Parameter.In.HEADER
            ? request.getHeaders().get(parameter.name())
            : request.getUriInfo().getPathParameters().get(parameter.name());
    return values == null ? List.of() : values;
  }

  private void check(Parameter parameter, List<String> values, List<Fault> faults) {
    if (values.isEmpty()) {
      if (parameter.required()) {
        faults.add(fault(parameter, "mangler"));
      }
    } else if (values.size() > 1) {
      faults.add(fault(parameter, "er angivet flere gange"));
    } else if (!isValid(parameter, values.get(0))) {
      faults.add(fault(parameter, "er ikke gyldig"));
    }
  }

  private static Fault fault(Parameter parameter, String text) {
    return new Fault(parameter.name(), parameter.fejlkode(), text);
  }

  private boolean isValid(Parameter parameter, String value) {
    return parameter.name().equals(Operation.CPR_HEADER)
        ? cprForm.admits(value)
        : parameter.schema().admits(node(parameter, value));
  }

  private static JsonNode node(Parameter parameter, String value) {
    return parameter.integer() && INTEGER.matcher(value).matches()
        ? IntNode.valueOf(Integer.parseInt(value))
        : TextNode.valueOf(value);
  }
}
