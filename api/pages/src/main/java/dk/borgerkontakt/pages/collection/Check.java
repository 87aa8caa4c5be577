package dk.borgerkontakt.pages.collection;

import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Place;
import java.util.List;

/** That a required property of an answer is there, and a list or an object as the contract says. */
record Check(String property, boolean isList) {

  static List<Check> of(Operation operation) {
    Place schema = operation.contract().resolve(operation.answerSchema());
    return schema.child("required").children().stream()
        .map(required -> schema.child("properties").child(required.node().asText()))
        .map(property -> new Check(property.name(), property.text("type").equals("array")))
        .toList();
  }
}
