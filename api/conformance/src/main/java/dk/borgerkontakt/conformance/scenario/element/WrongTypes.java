package dk.borgerkontakt.conformance.scenario.element;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.borgerkontakt.conformance.row.Subject.Element;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Values of other JSON types than an element's own; nothing is to be coerced. */
final class WrongTypes {

  private static final Map<String, List<String>> BY_TYPE =
      Map.of(
          "integer", List.of("\"1\"", "1.0", "1.5", "true", "[]", "{}"),
          "string", List.of("20123456", "1.5", "true", "[]", "{}"),
          "object", List.of("1", "true", "\"x\"", "[]"),
          "array", List.of("1", "true", "\"x\"", "{}"));

  private WrongTypes() {}

  static List<JsonNode> of(Element element) {
    boolean isList = element.row().place().node().has("items");
    JsonNode schema = element.row().schema().node();
    String type = isList ? "array" : schema.path("type").asText("object");
    Stream<String> wrong =
        Objects.requireNonNullElse(BY_TYPE.get(type), List.<String>of()).stream();
    Stream<String> nothing = schema.path("nullable").asBoolean() ? Stream.of() : Stream.of("null");
    return Stream.concat(wrong, nothing).map(WrongTypes::parsed).toList();
  }

  private static JsonNode parsed(String text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
