package dk.borgerkontakt.conformance.scenario.rule;

import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Bodies;
import dk.borgerkontakt.conformance.bench.Codes;
import dk.borgerkontakt.conformance.bench.Codes.LiveCode;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.bench.Person;
import dk.borgerkontakt.conformance.http.Exchange;

/** The chapter on status and verification: what ends a code, and what doesn't begin it anew. */
final class CodeLife {

  private CodeLife() {}

  static void run(Bench bench) {
    usedOnce(bench);
    diesWithTheAddress(bench);
    isOfOneCitizenAndType(bench);
    deletionResetsNothing(bench);
  }

  private static void usedOnce(Bench bench) {
    LiveCode live = Codes.of(bench).live(1);
    bench.succeed(live.right());
    bench.expect(9247, live.right());
    live.person().status(1, 1);
    bench.expect(90001, live.right());
  }

  /** For the new address, and for the old one when it comes back. */
  private static void diesWithTheAddress(Bench bench) {
    LiveCode live = Codes.of(bench).live(3);
    live.person().registerFresh(3);
    bench.expect(90001, live.right());
    live.person().register(3, live.address());
    bench.expect(90001, live.right());
  }

  private static void isOfOneCitizenAndType(Bench bench) {
    LiveCode live = Codes.of(bench).live(1);
    String other =
        bench.data().citizens().own().stream()
            .filter(cpr -> !cpr.equals(live.person().cpr()))
            .findFirst()
            .orElseThrow();
    Person person = bench.person(other, "akasse");
    person.register(1, live.address());
    bench.expect(90001, live.right().citizen(other));
    live.person().registerFresh(3);
    String body = Bodies.type(3).put(Bodies.CODE, live.code()).toString();
    bench.expect(90001, live.right().body(body));
    bench.succeed(live.right());
  }

  /** Neither the attempts of a code nor the code itself live on. */
  private static void deletionResetsNothing(Bench bench) {
    LiveCode live = Codes.of(bench).live(3);
    for (int number = 1; number <= 5; number++) {
      bench.expect(90001, live.wrong(number));
    }
    live.person().register(3, null).register(3, live.address());
    Exchange again = bench.once(live.right());
    boolean isRefused = again.fejlkode() == 90001 || again.fejlkode() == 90002;
    Mismatch.unless(isRefused, "90001 or 90002 for a code that is used up", again);
  }
}
