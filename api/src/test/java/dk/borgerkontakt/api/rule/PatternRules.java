package dk.borgerkontakt.api.rule;

import dk.borgerkontakt.api.check.Schemas;
import dk.borgerkontakt.contract.Contract;
import java.util.List;

/** Patterns in OpenAPI search: one that means the whole value must say so. */
final class PatternRules {

  private PatternRules() {}

  static List<String> anchored(Contract contract) {
    return Schemas.all(contract).stream()
        .filter(schema -> schema.node().has("pattern") && !isAnchored(schema.text("pattern")))
        .map(schema -> schema + " has a pattern that is not anchored: " + schema.text("pattern"))
        .toList();
  }

  /** {@code ^a|b$} is not: each anchor holds for one alternative only. */
  private static boolean isAnchored(String pattern) {
    return pattern.startsWith("^")
        && pattern.endsWith("$")
        && !pattern.endsWith("\\$")
        && !alternatesAtTopLevel(pattern);
  }

  private static boolean alternatesAtTopLevel(String pattern) {
    String bare = pattern.replaceAll("\\\\.", "").replaceAll("\\[[^]]*]", "");
    int depth = 0;
    for (char c : bare.toCharArray()) {
      if (c == '|' && depth == 0) {
        return true;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return false;
  }
}
