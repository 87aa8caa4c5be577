package dk.borgerkontakt.api;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.api.check.Check;
import dk.borgerkontakt.contract.Contract;

/**
 * A fault for a check to find: the value at a pointer is another one, or is gone.
 *
 * @param value JSON with single quotes; empty to remove what is there
 */
record PlantedFault(Check finder, String pointer, String value) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

  Contract plantIn(Contract contract) {
    return contract.with(this::plant);
  }

  private void plant(ObjectNode root) {
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode parent = root.at(place.head());
    if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), read());
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
    return finder + ": " + pointer + " " + (value.isEmpty() ? "removed" : value);
  }
}
