package dk.borgerkontakt.api.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dk.borgerkontakt.api.check.Examples;
import dk.borgerkontakt.api.check.Examples.Example;
import dk.borgerkontakt.api.check.Schemas;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the examples show is right. */
final class ExampleRules {

  private static final String ID = "urn:borgerkontakt:kontrakt";

  private ExampleRules() {}

  static List<String> valid(Contract contract) {
    Map<String, String> document = Map.of(ID, contract.root().toString());
    SchemaRegistry registry =
        SchemaRegistry.withDialect(Dialects.getOpenApi30(), builder -> builder.schemas(document));
    List<String> faults = new ArrayList<>();
    for (Example example : Examples.all(contract)) {
      SchemaLocation location = SchemaLocation.of(ID + contract.resolve(example.schema()));
      registry
          .getSchema(location)
          .validate(example.value())
          .forEach(error -> faults.add(example.place() + ": " + error));
    }
    return faults;
  }

  static List<String> summaries(Contract contract) {
    return Examples.all(contract).stream()
        .map(Example::place)
        .filter(place -> place.pointer().head().last().getMatchingProperty().equals("examples"))
        .filter(place -> contract.resolve(place).text("summary").isBlank())
        .map(place -> place + " has no summary")
        .toList();
  }

  /** A place that is at fault is a parameter, or a JSON pointer to a property. */
  static List<String> places(Contract contract) {
    Set<String> known = new HashSet<>();
    Schemas.properties(contract).forEach(property -> known.add("/" + property.name()));
    for (Operation operation : contract.operations()) {
      operation.parameters().forEach(parameter -> known.add(parameter.text("name")));
    }
    return Examples.all(contract).stream()
        .flatMap(example -> example.value().findValuesAsText("sti").stream())
        .filter(sti -> !known.contains(sti.replaceFirst(".*(?=/[A-Za-z]+$)", "")))
        .map(sti -> sti + " is no place")
        .toList();
  }

  /** The agency's words in every problem; the key is the code's name. */
  static List<String> problems(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Example example : Examples.all(contract)) {
      JsonNode problem = example.value();
      if (!contract.resolve(example.schema()).name().equals("Problem")) {
        continue;
      }
      JsonNode entry = contract.catalogue().get(problem.path("fejlkode").asInt());
      if (entry == null || !agree(problem, entry)) {
        faults.add(example.place() + " says something else than the catalogue");
      }
      if (!example.place().name().equals(name(contract, problem.path("fejlkode")))) {
        faults.add(example.place() + " is not called by the name of its code");
      }
    }
    return faults;
  }

  private static boolean agree(JsonNode problem, JsonNode entry) {
    JsonNode fejl = problem.path("fejl");
    return problem.path("type").asText().equals("urn:borgerkontakt:fejl:" + entry.path("kode"))
        && problem.path("title").equals(entry.path("tekst"))
        && problem.path("fejltekst").equals(entry.path("tekst"))
        && problem.path("detail").equals(entry.path("beskrivelse"))
        && problem.path("status").equals(entry.path("status"))
        && (fejl.isMissingNode() || fejl.findValues("fejlkode").contains(entry.path("kode")));
  }

  private static String name(Contract contract, JsonNode code) {
    JsonNode list = contract.at("/components/schemas/Fejlkode").node();
    for (int i = 0; i < list.path("enum").size(); i++) {
      if (list.path("enum").get(i).equals(code)) {
        return list.path("x-enum-varnames").path(i).asText();
      }
    }
    return "";
  }
}
