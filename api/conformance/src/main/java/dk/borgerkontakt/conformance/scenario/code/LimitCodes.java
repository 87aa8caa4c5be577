package dk.borgerkontakt.conformance.scenario.code;

import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Burst;
import dk.borgerkontakt.conformance.bench.Codes;
import dk.borgerkontakt.conformance.bench.Codes.Asked;
import dk.borgerkontakt.conformance.bench.Codes.LiveCode;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.bench.Skip;
import dk.borgerkontakt.conformance.http.Exchange;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Codes for what there is too much of, and for a service that can't serve. */
final class LimitCodes {

  static final Map<Integer, Scenario> BY_CODE =
      Map.of(
          90002, LimitCodes::tooMany,
          90008, bench -> failing(bench, 90008),
          90009, bench -> failing(bench, 90009));

  private static final int COOL_DOWN = 60;

  private LimitCodes() {}

  private static void tooMany(Bench bench) {
    switch (bench.operation().id()) {
      case "getVerifikationskode" -> secondCode(bench);
      case "verificerKontaktinformation" -> sixthAttempt(bench);
      default -> tooManyCalls(bench);
    }
  }

  /**
   * A second code to the same address is refused for a minute; by a citizen whose first one was the
   * day's last it is refused for longer, which says nothing of the minute.
   */
  private static void secondCode(Bench bench) {
    for (int i = 0; i < bench.data().citizens().own().size(); i++) {
      Asked asked = Codes.of(bench).ask(1, UnaryOperator.identity());
      Exchange refused = bench.once(asked.exchange().request());
      Mismatch.unless(refused.fejlkode() == 90002, "90002 for a second code", refused);
      if (!Codes.isDayOver(refused)) {
        int wait = Bench.retryAfter(refused);
        Mismatch.unless(wait > COOL_DOWN / 2, "Retry-After near 60", wait);
        return;
      }
      Codes.of(bench).requireDayOver(asked, refused);
    }
    throw new Skip("no own citizen may have two more codes today; run again tomorrow");
  }

  /** Five wrong attempts use a code up, so that the right one comes too late. */
  private static void sixthAttempt(Bench bench) {
    LiveCode live = Codes.of(bench).live(3);
    for (int number = 1; number <= 5; number++) {
      bench.expect(90001, live.wrong(number));
    }
    Exchange sixth = bench.once(live.right());
    Mismatch.unless(sixth.fejlkode() == 90002, "90002 for the sixth attempt", sixth);
    Exchange seventh = bench.once(live.wrong(6));
    Mismatch.unless(seventh.fejlkode() == 90002, "90002 for the seventh attempt", seventh);
  }

  private static void tooManyCalls(Bench bench) {
    Burst burst = Burst.of(bench, bench.request().as("andenAkasse"));
    Mismatch.unless(burst.hasCode(90002), "90002 for more calls than the limit", burst);
  }

  private static void failing(Bench bench, int code) {
    Exchange exchange = bench.keep(bench.world().failing().answer(bench, code));
    Mismatch.unless(exchange.fejlkode() == code, "fejlkode " + code, exchange);
    boolean isBare = exchange.json().path("fejl").isMissingNode();
    Mismatch.unless(isBare, "no places and no details", "fejl");
  }
}
