package dk.borgerkontakt.server.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the contract.
 *
 * @param id the operationId, which is also the name of the generated interface's method
 * @param method the HTTP method, upper case
 * @param path the path template, as in the contract
 * @param scope the one scope that a token needs
 * @param body the schema of the JSON body, or null where the operation has none
 */
public record Operation(
    String id,
    String method,
    String path,
    String scope,
    AccessMatrix matrix,
    List<Parameter> parameters,
    @Nullable MessageSchema body) {

  /** The header that names the citizen. */
  public static final String CPR_HEADER = "x-civilregistrationIdentifier";

  /**
   * Whether the operation changes something: such a one needs a living citizen and may carry an
   * x-requestId.
   */
  public boolean writes() {
    return !method.equals("GET");
  }

  /** Whether the method, and the path as it is sent, are this operation's. */
  public boolean isAt(String requestedMethod, String rawPath) {
    return requestedMethod.equals(method) && rawPath.matches(path.replaceAll("\\{[^/]+}", "[^/]+"));
  }

  /** Whether the operation is about one citizen; a look-up is not. */
  public boolean namesACitizen() {
    return askedParameter().equals(CPR_HEADER);
  }

  /** The name of what the operation asks about: its path parameter, else the citizen's header. */
  public String askedParameter() {
    return parameters.stream()
        .filter(parameter -> parameter.in() == Parameter.In.PATH)
        .map(Parameter::name)
        .findFirst()
        .orElse(CPR_HEADER);
  }
}
