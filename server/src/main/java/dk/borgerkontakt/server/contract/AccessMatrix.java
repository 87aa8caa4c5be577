package dk.borgerkontakt.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which columns have an X for which kind of organisation ("Tilladte organisationer"). */
public final class AccessMatrix {

  private final Map<String, Set<AccessColumn>> rows;

  private AccessMatrix(Map<String, Set<AccessColumn>> rows) {
    this.rows = rows;
  }

  static AccessMatrix read(JsonNode table) {
    Map<String, Set<AccessColumn>> rows = new LinkedHashMap<>();
    table
        .required("raekker")
        .properties()
        .forEach(
            row -> rows.put(row.getKey(), crosses(table.required("kolonner"), row.getValue())));
    return new AccessMatrix(rows);
  }

  private static Set<AccessColumn> crosses(JsonNode titles, JsonNode cells) {
    Set<AccessColumn> crosses = EnumSet.noneOf(AccessColumn.class);
    for (int i = 0; i < titles.size(); i++) {
      if (cells.required(i).textValue().equals("X")) {
        crosses.add(AccessColumn.titled(titles.get(i).textValue()));
      }
    }
    return crosses;
  }

  /** The columns with an X in this row; none for a row that the matrix does not have. */
  public Set<AccessColumn> row(String name) {
    return rows.getOrDefault(name, Set.of());
  }

  /** Whether any row has an X in the column. */
  public boolean anyRowHas(AccessColumn column) {
    return rows.values().stream().anyMatch(row -> row.contains(column));
  }
}
