package dk.borgerkontakt.conformance.scenario;

import dk.borgerkontakt.conformance.bench.Bench;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios of what the contract says in sentences, found by how a sentence begins. Who changes
 * a sentence has to look at its scenario: until then its row fails.
 */
final class Rules {

  private static final Map<String, Scenario> BY_START = new LinkedHashMap<>();

  static {
    BY_START.putAll(RegistrationRules.BY_START);
    BY_START.putAll(CodeRules.BY_START);
    BY_START.putAll(LookUpRules.BY_START);
    BY_START.putAll(Chapters.BY_TITLE);
  }

  private Rules() {}

  static @Nullable Scenario of(String group, String text) {
    for (Map.Entry<String, Scenario> entry : BY_START.entrySet()) {
      if ((group + " " + text).startsWith(entry.getKey())) {
        return entry.getValue();
      }
    }
    return null;
  }

  /** Sentences that name codes, each of which has a row of its own. */
  static Scenario codes(int... codes) {
    return bench -> {
      for (int code : codes) {
        run(bench, code);
      }
    };
  }

  private static void run(Bench bench, int code) {
    Scenarios.ofCode(code).run(bench);
  }
}
