package dk.borgerkontakt.conformance.scenario.element;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.bench.Person;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Request;
import dk.borgerkontakt.conformance.row.Subject.Element;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One detail of one element of an answer that has every type and every status in it. */
public final class OutputElement {

  private final Bench bench;
  private final Element element;
  private final JsonNode schema;

  public OutputElement(Bench bench, Element element) {
    this.bench = bench;
    this.element = element;
    this.schema = element.row().schema().node();
  }

  /** Asks for an answer and looks at the element. */
  public void run() {
    List<JsonNode> values = values(answer().json());
    switch (element.facet()) {
      case FOREKOMST -> occurrence(values);
      case TYPE -> require(values, this::isOfType, "type " + schema.path("type").asText());
      case PATTERN -> require(values, this::matches, "the pattern");
      case KODELISTE ->
          require(Set.copyOf(values).equals(list()), "each value of the list, no other");
      case LAENGDE -> require(values, this::isShort, "no longer text");
      case UNIK -> throw new Mismatch("the kit can't provoke it: no answer's list is unique");
    }
  }

  private Exchange answer() {
    Person person = bench.person().clearAllBut();
    if (!bench.operation().hasParameter(Request.CITIZEN)) {
      String address = person.registerFresh(bench.lookedUpType());
      return bench.succeed(bench.request().path(Bench.path(bench.operation(), address)));
    }
    bench.types().forEach(person::registerFresh);
    bench.types().forEach(type -> person.status(type, type));
    return bench.succeed(person.request(bench.operation().id(), null));
  }

  /** The element wherever its parent stands; missing where it isn't there. */
  private List<JsonNode> values(JsonNode answer) {
    List<JsonNode> found = List.of(answer);
    for (String step : element.path()) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode parent : found) {
        if (step.equals("*")) {
          parent.forEach(next::add);
        } else {
          next.add(parent.path(step));
        }
      }
      found = next;
    }
    return found;
  }

  /** Required ones are there; a list that may be empty is, when nobody is found. */
  private void occurrence(List<JsonNode> values) {
    if (element.row().isRequired()) {
      require(values, value -> !value.isMissingNode() && !value.isNull(), "it is there");
    }
    JsonNode place = element.row().place().node();
    if (place.has("items")) {
      int least = place.path("minItems").asInt();
      require(values, list -> list.size() >= Math.max(1, least), "an item");
      if (least == 0) {
        Exchange nobody = bench.succeed(bench.request());
        require(values(nobody.json()), list -> list.isArray() && list.isEmpty(), "an empty list");
      }
    }
  }

  private boolean isOfType(JsonNode value) {
    if (element.row().place().node().has("items")) {
      return value.isArray();
    }
    return switch (schema.path("type").asText()) {
      case "integer" -> value.isIntegralNumber();
      case "string" -> value.isTextual();
      default -> value.isObject();
    };
  }

  private boolean matches(JsonNode value) {
    return Pattern.compile(schema.path("pattern").asText()).matcher(value.asText()).find();
  }

  private boolean isShort(JsonNode value) {
    return value.asText().length() <= schema.path("maxLength").asInt();
  }

  private Set<JsonNode> list() {
    Set<JsonNode> list = new HashSet<>();
    schema.path("enum").forEach(list::add);
    return list;
  }

  private void require(List<JsonNode> values, Predicate<JsonNode> rule, String expected) {
    require(!values.isEmpty() && values.stream().allMatch(rule), expected);
  }

  private void require(boolean condition, String expected) {
    Mismatch.unless(condition, expected, "something else");
  }
}
