package dk.borgerkontakt.conformance.scenario.element;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Values near a right one that a schema doesn't admit. */
final class Mutations {

  private Mutations() {}

  /** Texts that break the schema's pattern by one character. */
  static List<String> breaking(JsonNode schema, String right) {
    String pattern = schema.path("pattern").asText();
    String last = right.substring(right.length() - 1);
    String shorter = right.substring(0, right.length() - 1);
    return Stream.of(
            right + last,
            shorter,
            "x" + right.substring(1),
            shorter + "x",
            shorter + "-",
            right + "x",
            "x" + right)
        .filter(text -> !text.matches(pattern))
        .toList();
  }

  /** Integers around and between the values of the schema's list. */
  static List<Integer> outside(JsonNode schema) {
    List<Integer> values =
        StreamSupport.stream(schema.path("enum").spliterator(), false)
            .map(JsonNode::asInt)
            .toList();
    return IntStream.rangeClosed(-1, 10)
        .boxed()
        .filter(number -> !values.contains(number))
        .toList();
  }
}
