package dk.borgerkontakt.conformance.scenario.rule;

import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.scenario.code.ErrorCodes;
import dk.borgerkontakt.conformance.scenario.code.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The scenarios of what the contract says in sentences, found by how a sentence begins. Who changes
 * a sentence has to look at its scenario: until then its row fails.
 */
public final class Rules {

  private static final Map<String, Scenario> BY_START = new LinkedHashMap<>();

  static {
    BY_START.putAll(RegistrationRules.BY_START);
    BY_START.putAll(CodeRules.BY_START);
    BY_START.putAll(LookUpRules.BY_START);
    BY_START.putAll(Chapters.BY_TITLE);
  }

  private Rules() {}

  /** The scenario of a sentence; a sentence that has none fails its row. */
  public static Scenario of(String group, String text) {
    for (Map.Entry<String, Scenario> entry : BY_START.entrySet()) {
      if ((group + " " + text).startsWith(entry.getKey())) {
        return entry.getValue();
      }
    }
    throw new Mismatch("the kit can't provoke it: it has no scenario for this sentence");
  }

  /** Sentences that name codes, each of which has a row of its own. */
  static Scenario codes(int... codes) {
    return bench -> {
      for (int code : codes) {
        ErrorCodes.of(code).run(bench);
      }
    };
  }
}
