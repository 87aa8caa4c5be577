package dk.borgerkontakt.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The operations of a contract, read by the tests themselves and not with the server's code. */
final class ContractOperations {

  /** One operation; its path template as a pattern, the bare path without the last part too. */
  record Entry(String id, String method, String path, Set<Integer> fejlkoder, JsonNode node) {

    private boolean isAt(String requested) {
      String parameter = "/\\{[^/]+}$";
      return requested.matches(path.replaceAll("\\{[^/]+}", "[^/]*"))
          || requested.equals(path.replaceAll(parameter, ""));
    }

    /** The statuses that the contract lists, successes and errors. */
    Set<Integer> statuses() {
      Set<Integer> statuses = new TreeSet<>();
      node.path("responses").fieldNames().forEachRemaining(s -> statuses.add(Integer.valueOf(s)));
      return statuses;
    }
  }

  private final List<Entry> operations = new ArrayList<>();

  ContractOperations(JsonNode document) {
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        operations.add(operation(path.getKey(), method.getKey(), method.getValue()));
      }
    }
  }

  private static Entry operation(String path, String method, JsonNode node) {
    Set<Integer> codes = new TreeSet<>();
    node.path("x-fejlkoder").forEach(code -> codes.add(code.intValue()));
    String id = node.path("operationId").textValue();
    return new Entry(id, method.toUpperCase(Locale.ROOT), path, codes, node);
  }

  List<Entry> all() {
    return operations;
  }

  /**
   * The operations that a request is about: the one with its method, which for HEAD is GET; with a
   * method that the address doesn't know all of the address.
   */
  List<Entry> of(String method, String path) {
    String known = method.equals("HEAD") ? "GET" : method;
    List<Entry> here = operations.stream().filter(one -> one.isAt(path)).toList();
    List<Entry> exact = here.stream().filter(one -> one.method().equals(known)).toList();
    return exact.isEmpty() ? here : exact;
  }
}
