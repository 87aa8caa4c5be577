package dk.borgerkontakt.conformance.scenario.code;

import dk.borgerkontakt.conformance.bench.Mismatch;
import java.util.Map;
import java.util.TreeMap;

/** The scenario of each error code, whatever the operation. */
public final class ErrorCodes {

  private static final Map<Integer, Scenario> BY_CODE = new TreeMap<>();

  static {
    BY_CODE.putAll(FormCodes.BY_CODE);
    BY_CODE.putAll(AccessCodes.BY_CODE);
    BY_CODE.putAll(OwnCodes.BY_CODE);
    BY_CODE.putAll(HttpCodes.BY_CODE);
    BY_CODE.putAll(LimitCodes.BY_CODE);
  }

  private ErrorCodes() {}

  /** The scenario of a code; a code that has none fails its row. */
  public static Scenario of(int code) {
    Scenario scenario = BY_CODE.get(code);
    if (scenario == null) {
      throw new Mismatch("the kit can't provoke it: it has no scenario for this code");
    }
    return scenario;
  }
}
