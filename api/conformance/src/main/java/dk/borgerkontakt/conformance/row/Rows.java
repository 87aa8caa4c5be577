package dk.borgerkontakt.conformance.row;

import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import java.util.List;
import java.util.stream.Stream;

/** The contract's rows, in its own order. */
public final class Rows {

  private Rows() {}

  /** All of them: each operation's, then what is said of all operations at once. */
  public static List<Row> of(Contract contract) {
    Prose prose = new Prose(contract);
    Stream<Row> operations = contract.operations().stream().flatMap(each -> of(each, prose));
    return Stream.concat(operations, prose.chapters().stream()).toList();
  }

  private static Stream<Row> of(Operation operation, Prose prose) {
    return Stream.of(
            AnswerRows.successes(operation),
            ElementRows.of(operation),
            AnswerRows.codes(operation),
            AnswerRows.headers(operation),
            AccessRows.of(operation),
            prose.steps(operation),
            Prose.bullets(operation))
        .flatMap(List::stream);
  }
}
