package dk.borgerkontakt.conformance.row;

import dk.borgerkontakt.contract.Operation;
import java.util.Optional;

/**
 * One thing that the contract says and that an implementation can be held against.
 *
 * @param group the operation that it is said of, or the contract's title of a chapter that holds
 *     for all of them
 * @param name what tells it from the group's other rows
 * @param contract the contract's words, as short as they are there
 */
public record Row(
    Optional<Operation> operation, String group, String name, String contract, Subject subject) {

  /** Of an operation. */
  public static Row of(Operation operation, String name, String contract, Subject subject) {
    return new Row(Optional.of(operation), operation.id(), name, contract, subject);
  }

  /** The row's name among all rows. */
  public String id() {
    return group + " " + name;
  }

  /** The operation of a row that has one. */
  public Operation requireOperation() {
    return operation.orElseThrow(() -> new IllegalStateException(id() + " is no operation's row"));
  }

  @Override
  public String toString() {
    return id();
  }
}
