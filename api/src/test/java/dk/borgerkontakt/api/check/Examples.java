package dk.borgerkontakt.api.check;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds every example of a contract. */
public final class Examples {

  private Examples() {}

  /** An example, where it is and the schema that it must obey. */
  public record Example(Place place, Place schema, JsonNode value) {}

  /** The examples of schemas, properties, parameters, headers, requests and responses. */
  public static List<Example> all(Contract contract) {
    List<Example> examples = new ArrayList<>();
    for (Place schema : Schemas.all(contract)) {
      add(examples, schema, schema);
    }
    for (Place carrier : carriers(contract)) {
      add(examples, carrier, carrier.child("schema"));
      for (Place named : carrier.child("examples").children()) {
        Place example = contract.resolve(named);
        examples.add(new Example(named, carrier.child("schema"), example.node().path("value")));
      }
    }
    return examples;
  }

  private static void add(List<Example> examples, Place carrier, Place schema) {
    if (carrier.node().has("example")) {
      examples.add(new Example(carrier, schema, carrier.node().get("example")));
    }
  }

  private static List<Place> carriers(Contract contract) {
    return Stream.of("/paths", "/components")
        .flatMap(part -> contract.at(part).tree().stream())
        .filter(place -> place.node().path("schema").isObject())
        .toList();
  }
}
