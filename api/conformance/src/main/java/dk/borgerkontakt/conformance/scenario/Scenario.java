package dk.borgerkontakt.conformance.scenario;

import dk.borgerkontakt.conformance.bench.Bench;

/** Provokes what a row says, and throws a {@code Mismatch} or {@code Skip} when it doesn't come. */
@FunctionalInterface
interface Scenario {

  void run(Bench bench);
}
