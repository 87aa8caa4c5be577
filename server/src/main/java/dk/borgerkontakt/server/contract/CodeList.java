package dk.borgerkontakt.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One code list, with the facts that the contract keeps beside its values (the {@code x-enum-…}
 * extensions, arrays in the order of the values).
 */
public final class CodeList {

  private final JsonNode schema;
  private final Map<Integer, Integer> positions = new LinkedHashMap<>();

  CodeList(JsonNode schema) {
    this.schema = schema;
    for (JsonNode value : schema.required("enum")) {
      positions.put(value.intValue(), positions.size());
    }
  }

  /** The text that the extension holds for the value. */
  public String text(String extension, int value) {
    return fact(extension, value).textValue();
  }

  /** The number that the extension holds for the value. */
  public int number(String extension, int value) {
    return fact(extension, value).intValue();
  }

  private JsonNode fact(String extension, int value) {
    return schema
        .required(extension)
        .required(Objects.requireNonNull(positions.get(value), "no such value"));
  }
}
