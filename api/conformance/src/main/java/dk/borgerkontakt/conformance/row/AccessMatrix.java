package dk.borgerkontakt.conformance.row;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.contract.Operation;
import java.util.ArrayList;
import java.util.List;

/** An operation's {@code x-tilladte-organisationer}. */
public record AccessMatrix(Operation operation) {

  /** The column of all citizens. */
  public static final String ALL = "Alle borgere";

  private static final String ANOTHER_ACTOR = "Anden Aktør - ";

  /** Whether a column counts for another actor alone. */
  public static boolean isForOtherActors(String kolonne) {
    return kolonne.startsWith(ANOTHER_ACTOR);
  }

  /** Whether a column counts for systems alone. */
  public static boolean isForSystems(String kolonne) {
    return kolonne.startsWith("System - ");
  }

  /** The column that lets the caller of this one in to every citizen. */
  public static String allOf(String kolonne) {
    if (isForSystems(kolonne)) {
      return kolonne;
    }
    return isForOtherActors(kolonne) ? ANOTHER_ACTOR + "alle borgere" : ALL;
  }

  /** The names of the rows. */
  public List<String> raekker() {
    List<String> names = new ArrayList<>();
    node().path("raekker").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The names of the columns. */
  public List<String> kolonner() {
    List<String> names = new ArrayList<>();
    node().path("kolonner").forEach(name -> names.add(name.asText()));
    return names;
  }

  /** Whether the cell has an X; with an empty row, whether any row has one. */
  public boolean hasX(String raekke, String kolonne) {
    int column = kolonner().indexOf(kolonne);
    return raekker().stream()
        .filter(name -> raekke.isEmpty() || name.equals(raekke))
        .anyMatch(name -> cell(name, column).equals("X"));
  }

  /** Whether callers of the row get in to any citizen at all, in their own columns. */
  public boolean isOpen(String raekke, String kolonne) {
    return kolonner().stream()
        .filter(name -> isForOtherActors(name) == isForOtherActors(kolonne))
        .filter(name -> isForSystems(name) == isForSystems(kolonne))
        .anyMatch(name -> hasX(raekke, name));
  }

  private String cell(String raekke, int column) {
    return node().path("raekker").path(raekke).path(column).asText();
  }

  private JsonNode node() {
    return operation.node().path("x-tilladte-organisationer");
  }
}
