package dk.borgerkontakt.pages.collection;

import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a tool needs to send the contract's examples to the sandbox, in the contract's order.
 */
record Collection(String title, String docs, Sandbox sandbox, List<Request> requests) {

  static Collection of(Contract contract) {
    Place info = contract.at("/info");
    return new Collection(
        info.text("title"),
        Text.prefixed("  ", info.text("description")),
        Sandbox.of(contract),
        requests(contract.operations()));
  }

  private static List<Request> requests(List<Operation> operations) {
    List<Request> requests = new ArrayList<>();
    for (Operation operation : operations) {
      List<Place> examples = operation.requestExamples();
      if (examples.isEmpty()) {
        requests.add(Request.of(requests.size() + 1, operation));
      }
      for (Place example : examples) {
        requests.add(Request.of(requests.size() + 1, operation, example));
      }
    }
    return List.copyOf(requests);
  }

  /** An example of the code that the citizen gets, for a person to replace. */
  String code() {
    return requests.stream()
        .map(Request::code)
        .filter(code -> !code.isEmpty())
        .findFirst()
        .orElse("");
  }
}
