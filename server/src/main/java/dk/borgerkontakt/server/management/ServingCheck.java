package dk.borgerkontakt.server.management;

import java.util.function.BooleanSupplier;

/** Whether this copy means to go on serving: one that is about to end gets no new requests. */
public record ServingCheck(BooleanSupplier draining) implements HealthCheck {

  private static final Result DRAINING = new Result(State.DOWN, "it is being stopped");

  @Override
  public String name() {
    return "serving";
  }

  @Override
  public Result result() {
    return draining.getAsBoolean() ? DRAINING : Result.UP;
  }
}
