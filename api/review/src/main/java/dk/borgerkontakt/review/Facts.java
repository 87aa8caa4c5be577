package dk.borgerkontakt.review;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.contract.Place;
import dk.borgerkontakt.review.Fact.Way;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is said of one operation, or of the contract as a whole, one value a fact. */
final class Facts {

  private final Map<Fact, String> values = new LinkedHashMap<>();

  Map<Fact, String> values() {
    return Collections.unmodifiableMap(values);
  }

  /** Notes a value; a later one for the same fact replaces it. */
  void add(Fact fact, String value) {
    values.put(fact, value);
  }

  /** Notes an element, and tells its own place. */
  String element(String place, Way way, String kind, String name, String value) {
    Fact fact = new Fact(place, way, kind, name);
    add(fact, value);
    return fact.inside();
  }

  /** Notes every keyword of an object but those that are read in another way. */
  void keywords(String place, Way way, Place object, Set<String> readElsewhere) {
    for (Place keyword : object.children()) {
      if (!readElsewhere.contains(keyword.name())) {
        add(new Fact(place, way, keyword.name(), ""), text(keyword.node()));
      }
    }
  }

  static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }
}
