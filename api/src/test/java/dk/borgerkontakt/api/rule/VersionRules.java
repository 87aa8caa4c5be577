package dk.borgerkontakt.api.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Operation.Response;
import dk.borgerkontakt.contract.Place;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which version answers, and how long an operation will. */
final class VersionRules {

  private static final String SINCE = "x-deprecation";
  private static final String SUNSET = "x-sunset";

  /** Of requests that meet no operation, and so none that is deprecated. */
  private static final Set<Integer> OUTSIDE_OPERATIONS = Set.of(90004, 90005);

  private VersionRules() {}

  /** Every response names the version; what the header shows is the version that there is. */
  static List<String> named(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      for (Response response : operation.responses()) {
        Place header = contract.resolve(response.place().child("headers").child("API-Version"));
        if (!header.node().path("schema").has("pattern")
            || !header.node().path("required").asBoolean()) {
          faults.add(response + " does not name the version");
        } else if (!header.text("example").equals(contract.at("/info").text("version"))) {
          faults.add(header + " shows another version");
        }
      }
    }
    return faults;
  }

  /** Deprecated since a day, and never gone before it. */
  static List<String> dated(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      JsonNode node = operation.node();
      if (node.path("deprecated").asBoolean() != node.has(SINCE)) {
        faults.add(operation.id() + " is not both deprecated and told since when");
      }
      if (node.has(SUNSET) && !node.has(SINCE)) {
        faults.add(operation.id() + " ends without having been deprecated");
      }
      LocalDate since = date(faults, operation, SINCE);
      LocalDate sunset = date(faults, operation, SUNSET);
      if (since != null && sunset != null && sunset.isBefore(since)) {
        faults.add(operation.id() + " ends before it is deprecated");
      }
    }
    return faults;
  }

  private static LocalDate date(List<String> faults, Operation operation, String name) {
    JsonNode value = operation.node().path(name);
    try {
      return value.isMissingNode() ? null : LocalDate.parse(value.asText());
    } catch (DateTimeParseException e) {
      faults.add(operation.id() + " has in " + name + " what is no date");
      return null;
    }
  }

  /** The responses of a deprecated operation have the headers that say so. */
  static List<String> deprecationTold(Contract contract) {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      for (Response response : operation.responses()) {
        if (operation.node().path("deprecated").asBoolean()
            && isOfAnOperation(contract, response)) {
          missing(faults, response, true, "Deprecation");
          missing(faults, response, true, "Link");
          missing(faults, response, operation.node().has(SUNSET), "Sunset");
        }
      }
    }
    return faults;
  }

  private static void missing(
      List<String> faults, Response response, boolean isNeeded, String name) {
    if (isNeeded && !response.hasHeader(name)) {
      faults.add(response + " has no " + name);
    }
  }

  private static boolean isOfAnOperation(Contract contract, Response response) {
    List<Place> examples =
        response.content("application/problem+json").child("examples").children();
    return examples.isEmpty()
        || examples.stream()
            .map(example -> contract.resolve(example).node().at("/value/fejlkode").asInt())
            .anyMatch(code -> !OUTSIDE_OPERATIONS.contains(code));
  }
}
