package dk.borgerkontakt.conformance.bench;

/** The implementation did something else than what the contract says. */
public final class Mismatch extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Mismatch(String message) {
    super(message);
  }

  /** Unless the condition holds: what was expected, and what came. */
  public static void unless(boolean condition, String expected, Object actual) {
    if (!condition) {
      throw new Mismatch("expected " + expected + ", came " + actual);
    }
  }
}
