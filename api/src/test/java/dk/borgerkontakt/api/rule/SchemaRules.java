package dk.borgerkontakt.api.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.api.check.Schemas;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Schemas that every generator and validator reads alike. */
final class SchemaRules {

  /** The citizens of a look-up: all of them are answered, however many. */
  private static final String NEVER_CUT_SHORT =
      "#/components/schemas/GetKontaktinformationResponseType/properties/borgerer";

  private SchemaRules() {}

  /** No oneOf, anyOf or not; allOf only to give one reference a text of its own. */
  static List<String> unions(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Place schema : Schemas.all(contract)) {
      Stream.of("oneOf", "anyOf", "not")
          .filter(schema.node()::has)
          .forEach(name -> faults.add(schema + " has " + name));
      JsonNode allOf = schema.node().path("allOf");
      boolean isOneReference =
          allOf.size() == 1 && allOf.get(0).size() == 1 && allOf.get(0).has("$ref");
      if (!allOf.isMissingNode() && !isOneReference) {
        faults.add(schema + " has an allOf of more than one reference");
      }
    }
    return faults;
  }

  static List<String> inlineObjects(Contract contract) {
    return Schemas.all(contract).stream()
        .filter(schema -> !contract.components("schemas").contains(schema))
        .filter(
            schema ->
                schema.text("type").equals("object")
                    || schema.node().has("properties")
                    || schema.node().has("additionalProperties"))
        .map(schema -> schema + " is an object without a name")
        .toList();
  }

  static List<String> described(Contract contract) {
    Stream<String> schemas =
        contract.components("schemas").stream()
            .filter(schema -> schema.text("description").isBlank())
            .map(schema -> schema + " has no description");
    Stream<String> properties =
        Schemas.properties(contract).stream()
            .filter(
                property ->
                    property.text("description").isBlank() || !property.node().has("example"))
            .map(property -> property + " has no description or no example");
    return Stream.concat(schemas, properties).toList();
  }

  /** A reference or a type; whole numbers fit in 32 bits, arrays tell what is in them. */
  static List<String> typed(Contract contract) {
    return Schemas.all(contract).stream()
        .filter(schema -> Contract.reference(schema.node()).isEmpty() && !isTyped(schema.node()))
        .map(schema -> schema + " does not tell its type")
        .toList();
  }

  private static boolean isTyped(JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "string", "boolean" -> true;
      case "integer" -> schema.path("format").asText().equals("int32");
      case "array" -> schema.path("items").isObject();
      case "object" -> schema.path("properties").isObject();
      default -> false;
    };
  }

  static List<String> bounded(Contract contract) {
    return Schemas.all(contract).stream()
        .filter(schema -> !schema.toString().equals(NEVER_CUT_SHORT))
        .filter(schema -> !isBounded(contract.resolve(schema).node()))
        .map(schema -> schema + " has no bound")
        .toList();
  }

  private static boolean isBounded(JsonNode schema) {
    return schema.has("enum")
        || switch (schema.path("type").asText()) {
          case "string" -> schema.has("pattern") || schema.has("maxLength");
          case "integer", "number" -> schema.has("minimum") && schema.has("maximum");
          case "array" -> schema.has("maxItems");
          case "boolean" -> true;
          case "object" -> schema.has("properties");
          default -> false;
        };
  }

  static List<String> required(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Place schema : Schemas.all(contract)) {
      for (JsonNode name : schema.node().path("required")) {
        if (name.isTextual() && !schema.node().path("properties").has(name.asText())) {
          faults.add(schema + " requires " + name + ", which it does not have");
        }
      }
    }
    return faults;
  }
}
