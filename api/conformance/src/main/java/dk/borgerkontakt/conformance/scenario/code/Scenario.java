package dk.borgerkontakt.conformance.scenario.code;

import dk.borgerkontakt.conformance.bench.Bench;

/** Provokes what a row says, and throws a {@code Mismatch} or {@code Skip} when it doesn't come. */
@FunctionalInterface
public interface Scenario {

  void run(Bench bench);
}
