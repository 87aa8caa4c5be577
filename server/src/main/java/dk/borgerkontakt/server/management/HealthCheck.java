package dk.borgerkontakt.server.management;

/** One thing that decides whether this copy can serve. */
public interface HealthCheck {

  /** What a check can find. */
  enum State {
    UP,

    /** Worth a look, but no copy serves better for being without this one. */
    DEGRADED,

    /** This copy can't serve. */
    DOWN
  }

  /**
   * What was found.
   *
   * @param detail for an operator; empty where there is nothing to tell
   */
  record Result(State state, String detail) {

    static final Result UP = new Result(State.UP, "");
  }

  /** Lower-case, one word. */
  String name();

  /** Answers at once: what takes time has been looked at before. */
  Result result();
}
