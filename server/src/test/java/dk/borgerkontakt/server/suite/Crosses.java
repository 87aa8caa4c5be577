package dk.borgerkontakt.server.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Changes the crosses of the access matrices in a contract. */
final class Crosses {

  private Crosses() {}

  /** Takes every X out of every operation's matrix. */
  static void removeAll(ObjectNode contract) {
    for (JsonNode matrix : matrices(contract)) {
      matrix.path("raekker").forEach(row -> clear((ArrayNode) row));
    }
  }

  /** Leaves one X alone, in this row and column of every operation's matrix. */
  static Consumer<ObjectNode> only(String row, String column) {
    return contract -> {
      removeAll(contract);
      matrices(contract).forEach(matrix -> put(matrix, row, column));
    };
  }

  /** Leaves the matrices as they are, but adds an X in one operation's. */
  static Consumer<ObjectNode> addTo(String operation, String row, String column) {
    return contract -> put(matrix(contract, operation), row, column);
  }

  /** Takes every X out of one operation's row. */
  static Consumer<ObjectNode> removeFrom(String operation, String row) {
    return contract -> clear((ArrayNode) matrix(contract, operation).path("raekker").path(row));
  }

  private static void put(JsonNode matrix, String row, String column) {
    JsonNode columns = matrix.path("kolonner");
    ArrayNode cells = (ArrayNode) matrix.path("raekker").required(row);
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).textValue().equals(column)) {
        cells.set(i, "X");
        return;
      }
    }
    throw new AssertionError("no column " + column);
  }

  private static void clear(ArrayNode row) {
    for (int i = 0; i < row.size(); i++) {
      row.set(i, "");
    }
  }

  private static JsonNode matrix(ObjectNode contract, String operation) {
    for (JsonNode path : contract.path("paths")) {
      for (JsonNode method : path) {
        if (method.path("operationId").asText().equals(operation)) {
          return method.required("x-tilladte-organisationer");
        }
      }
    }
    throw new AssertionError("no operation " + operation);
  }

  private static List<JsonNode> matrices(ObjectNode contract) {
    List<JsonNode> matrices = new ArrayList<>();
    contract
        .path("paths")
        .forEach(
            path -> path.forEach(method -> matrices.add(method.path("x-tilladte-organisationer"))));
    return matrices;
  }
}
