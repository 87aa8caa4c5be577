package dk.borgerkontakt.api.rule;

import dk.borgerkontakt.api.check.Table;
import dk.borgerkontakt.contract.Contract;
import java.util.List;

/** Values that may not change unnoticed. */
final class FixedValues {

  private FixedValues() {}

  static List<String> told(Contract contract) {
    return Table.read("/fixed-values.csv").rows().stream()
        .filter(row -> !contract.at(row.get("pointer")).node().toString().equals(row.get("value")))
        .map(row -> row.get("pointer") + " is not " + row.get("value"))
        .toList();
  }
}
