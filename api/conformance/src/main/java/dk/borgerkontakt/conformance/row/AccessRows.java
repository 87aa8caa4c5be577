package dk.borgerkontakt.conformance.row;

import dk.borgerkontakt.contract.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of the access matrix that somebody is judged by: another actor is judged in the row of
 * job centres alone, a system by all rows at once, and STAR has no citizens or guests of its own.
 */
final class AccessRows {

  private AccessRows() {}

  static List<Row> of(Operation operation) {
    List<Row> rows = new ArrayList<>();
    AccessMatrix matrix = new AccessMatrix(operation);
    for (String raekke : matrix.raekker()) {
      for (String kolonne : matrix.kolonner()) {
        if (isJudged(raekke, kolonne)) {
          rows.add(row(operation, raekke, kolonne, matrix.hasX(raekke, kolonne)));
        }
      }
    }
    matrix.kolonner().stream()
        .filter(AccessMatrix::isForSystems)
        .forEach(kolonne -> rows.add(row(operation, "", kolonne, matrix.hasX("", kolonne))));
    return rows;
  }

  private static boolean isJudged(String raekke, String kolonne) {
    if (AccessMatrix.isForSystems(kolonne)) {
      return false;
    }
    boolean isOfJobcentre = raekke.equals("JobCenter");
    boolean isAll = kolonne.equals(AccessMatrix.ALL);
    return AccessMatrix.isForOtherActors(kolonne) ? isOfJobcentre : isAll || !raekke.equals("STAR");
  }

  private static Row row(Operation operation, String raekke, String kolonne, boolean hasX) {
    String name = "adgang " + (raekke.isEmpty() ? "alle rækker" : raekke) + ", " + kolonne;
    String words = hasX ? "X: lukker ind" : "tom: lukker ikke ind";
    return Row.of(operation, name, words, new Subject.Cell(raekke, kolonne));
  }
}
