package dk.borgerkontakt.api.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.api.check.Schemas;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Place;
import java.util.ArrayList;
import java.util.List;

/** The occurrence that is told agrees with what the schema asks for. */
final class OccurrenceRules {

  /** Told as 1, and yet null or absent, because that is how its own text says it is deleted. */
  private static final String DELETES =
      "#/components/schemas/KontaktinformationDto/properties/kontaktdata";

  /** Error answers have no element table. */
  private static final String PROBLEMS = "#/components/schemas/(Problem|Fejl)/.*";

  private OccurrenceRules() {}

  static List<String> agree(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      for (Place parameter : operation.parameters()) {
        boolean isRequired = parameter.node().path("required").asBoolean();
        if (!parameter.text("x-forekomst").equals(isRequired ? "1" : "0 - 1")) {
          faults.add(parameter + " has another occurrence than its shape");
        }
      }
    }
    for (Place property : Schemas.properties(contract)) {
      if (!property.toString().matches(PROBLEMS) && !agrees(contract, property)) {
        faults.add(property + " has another occurrence than its shape");
      }
    }
    return faults;
  }

  private static boolean agrees(Contract contract, Place property) {
    JsonNode node = property.node();
    boolean isRequired = isRequired(contract, property);
    boolean isNullable = node.path("nullable").asBoolean();
    boolean isList = node.path("type").asText().equals("array");
    String occurrence = node.path("x-forekomst").asText();
    if (property.toString().equals(DELETES)) {
      return occurrence.equals("1") && !isRequired && isNullable && node.has("x-bemaerkning");
    }
    return !isNullable
        && switch (occurrence) {
          case "1" -> isRequired && !isList;
          case "0 - 1" -> !isRequired && !isList;
          case "1 - *" -> isRequired && isList && node.path("minItems").asInt() == 1;
          case "0 - *" -> isRequired && isList && node.path("minItems").asInt() == 0;
          default -> false;
        };
  }

  private static boolean isRequired(Contract contract, Place property) {
    Place schema = contract.at(property.pointer().head().head().toString());
    return schema.child("required").children().stream()
        .anyMatch(name -> name.node().asText().equals(property.name()));
  }
}
