package dk.borgerkontakt.server.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.server.contract.Breach;
import dk.borgerkontakt.server.contract.MessageSchema;
import dk.borgerkontakt.server.problem.Fault;
import java.util.List;
import java.util.Map;

/** Names the breaches of a schema by the contract's codes. */
final class SchemaFaults {

  private static final Map<String, String> TEXTS =
      Map.of(
          "type", "har en forkert JSON-type",
          "required", "mangler",
          "minItems", "har for få elementer",
          "x-unik", "er angivet flere gange");

  private SchemaFaults() {}

  static List<Fault> of(MessageSchema schema, JsonNode body) {
    return schema.breaches(body).stream()
        .filter(breach -> !isOperationsOwnRule(breach))
        .map(SchemaFaults::fault)
        .toList();
  }

  private static Fault fault(Breach breach) {
    Fejlkode code = code(breach);
    return code == Fejlkode.FailedToValidateMessage
        ? new Fault(breach.place(), code, TEXTS.getOrDefault(breach.keyword(), "er ikke gyldig"))
        : new Fault(breach.place(), code);
  }

  private static Fejlkode code(Breach breach) {
    JsonNode own = breach.schema().path("x-fejlkode");
    return breach.keyword().equals("enum") && own.isInt()
        ? Fejlkode.fromValue(own.intValue())
        : Fejlkode.FailedToValidateMessage;
  }

  /**
   * A text that is too long for its type is answered by the operation, under the type's own code.
   */
  private static boolean isOperationsOwnRule(Breach breach) {
    return breach.keyword().equals("maxLength") && breach.schema().has("x-fejlkode-efter");
  }
}
