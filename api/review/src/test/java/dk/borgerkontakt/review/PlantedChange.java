package dk.borgerkontakt.review;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.contract.Contract;

/**
 * A change for the review to find.
 *
 * @param pointer where; the value there is replaced, an array's element is inserted
 * @param value JSON with single quotes; empty to remove what is there
 * @param weight what the review has to say of it
 * @param library what openapi-diff says of it: nothing, compatible or incompatible
 * @param line a line that the report has to have
 */
record PlantedChange(
    String name, String pointer, String value, Weight weight, String library, String line) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

  static PlantedChange of(String row) {
    String[] cells = row.split(";", 6);
    return new PlantedChange(
        cells[0], cells[1], cells[2], Weight.valueOf(cells[3]), cells[4], cells[5]);
  }

  Contract plantIn(Contract contract) {
    return contract.with(this::plant);
  }

  private void plant(ObjectNode root) {
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode parent = root.at(place.head());
    if (parent instanceof ArrayNode array) {
      if (value.isEmpty()) {
        array.remove(place.last().getMatchingIndex());
      } else {
        array.insert(place.last().getMatchingIndex(), read());
      }
    } else if (value.isEmpty()) {
      ((ObjectNode) parent).remove(place.last().getMatchingProperty());
    } else {
      ((ObjectNode) parent).set(place.last().getMatchingProperty(), read());
    }
  }

  private JsonNode read() {
    try {
      return MAPPER.readTree(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
