package dk.borgerkontakt.api.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Place;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The document as a whole. */
final class ReferenceRules {

  private ReferenceRules() {}

  /** OpenAPI 3.0.3, and the reference parser has nothing to say. */
  static List<String> validOpenApi(Contract contract) {
    List<String> faults = new ArrayList<>();
    if (!contract.root().path("openapi").asText().equals("3.0.3")) {
      faults.add("openapi is not 3.0.3");
    }
    SwaggerParseResult result =
        new OpenAPIV3Parser().readContents(contract.root().toString(), null, null);
    faults.addAll(result.getMessages());
    return faults;
  }

  static List<String> broken(Contract contract) {
    return references(contract).stream()
        .filter(reference -> contract.at(reference.substring(1)).node().isMissingNode())
        .map(reference -> reference + " leads nowhere")
        .toList();
  }

  static List<String> unused(Contract contract) {
    Set<String> used = references(contract);
    return Stream.of("schemas", "parameters", "headers", "responses", "examples")
        .flatMap(kind -> contract.components(kind).stream())
        .map(Place::toString)
        .filter(component -> !used.contains(component))
        .map(component -> component + " is not used")
        .toList();
  }

  private static Set<String> references(Contract contract) {
    Set<String> references = new HashSet<>();
    for (JsonNode reference : contract.root().findValues("$ref")) {
      references.add(reference.asText());
    }
    return references;
  }
}
