package dk.borgerkontakt.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Counts what the contract says, without the kit's own way through it. */
record ContractRowCount(JsonNode contract) {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");
  private static final Pattern BULLET = Pattern.compile("(?m)^- ");
  private static final Pattern CHAPTER = Pattern.compile("(?m)^## ");

  /** Chapters that are tables of the operations, or say how the contract is written. */
  private static final int CHAPTERS_WITHOUT_RULES = 3;

  int rows() {
    int rows = -CHAPTERS_WITHOUT_RULES;
    rows += count(CHAPTER, contract.at("/info/description").asText());
    for (JsonNode path : contract.path("paths")) {
      for (Map.Entry<String, JsonNode> operation : path.properties()) {
        if (METHODS.contains(operation.getKey())) {
          rows += rows(operation.getValue());
        }
      }
    }
    return rows;
  }

  private int rows(JsonNode operation) {
    int rows = operation.path("x-fejlkoder").size();
    for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
      rows += response.getKey().startsWith("2") ? 1 : 0;
      rows += resolved(response.getValue()).path("headers").size();
    }
    for (JsonNode parameter : operation.path("parameters")) {
      JsonNode one = resolved(parameter);
      rows += facets(one, one.path("schema"));
    }
    rows += elements(operation.at("/requestBody/content/application~1json/schema"));
    JsonNode success = resolved(operation.path("responses").path("200"));
    rows += elements(success.at("/content/application~1json/schema"));
    rows += count(BULLET, operation.path("description").asText());
    return rows + cells(operation) + steps(operation);
  }

  private int elements(JsonNode schema) {
    int rows = 0;
    for (JsonNode property : resolved(schema).path("properties")) {
      JsonNode value = property.has("items") ? property.path("items") : property;
      rows += facets(property, value) + elements(value);
    }
    return rows;
  }

  /** Occurrence and type, and what else there is. */
  private int facets(JsonNode element, JsonNode schema) {
    JsonNode value = resolved(schema);
    int facets = 2;
    for (String keyword : Set.of("pattern", "enum", "maxLength")) {
      facets += value.has(keyword) ? 1 : 0;
    }
    return facets + (element.has("x-unik") ? 1 : 0);
  }

  /** Four columns for a fund, a municipality and a job centre; three more there; STAR; systems. */
  private static int cells(JsonNode operation) {
    int rows = operation.at("/x-tilladte-organisationer/raekker").size();
    return 4 * (rows - 1) + 3 + 1 + 1;
  }

  /** Reads have no death, no id and no order of their own; look-ups no citizen either. */
  private static int steps(JsonNode operation) {
    Set<String> codes =
        operation
            .path("x-fejlkoder")
            .valueStream()
            .map(JsonNode::asText)
            .collect(Collectors.toSet());
    int steps = 6;
    steps += codes.contains("1010") ? 3 : 0;
    steps += codes.contains("4405") ? 2 : 0;
    return steps + (operation.path("description").asText().contains("rækkefølge:") ? 1 : 0);
  }

  private static int count(Pattern pattern, String text) {
    return (int) pattern.matcher(text).results().count();
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText(node.path("allOf").path(0).path("$ref").asText());
    return reference.isEmpty() ? node : resolved(contract.at(reference.substring(1)));
  }
}
