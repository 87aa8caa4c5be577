package dk.borgerkontakt.conformance.scenario.rule;

import dk.borgerkontakt.conformance.bench.Addresses;
import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Bodies;
import dk.borgerkontakt.conformance.bench.Codes;
import dk.borgerkontakt.conformance.bench.Codes.Asked;
import dk.borgerkontakt.conformance.bench.Codes.LiveCode;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.bench.Person;
import dk.borgerkontakt.conformance.bench.Registered;
import dk.borgerkontakt.conformance.bench.Skip;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.scenario.code.OwnCodes;
import dk.borgerkontakt.conformance.scenario.code.Scenario;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the contract says of codes: how they are sent, for what, and what they prove. */
final class CodeRules {

  private static final String ASK = "getVerifikationskode";
  private static final String VERIFY = "verificerKontaktinformation";

  static final Map<String, Scenario> BY_START =
      Map.of(
          ASK + " 202 betyder, at koden er gemt til afsendelse", CodeRules::arrives,
          ASK + " En type uden for kodelisten", Rules.codes(9153, 4405),
          ASK + " Derefter, i denne rækkefølge", OwnOrder::run,
          ASK + " Derefter 9240, når mobiltelefonens nummer", CodeRules::abroad,
          ASK + " 90002, når der er mindre end 60 sekunder", CodeRules::coolDown,
          ASK + " En ny kode afløser den gamle", CodeRules::replaces,
          ASK + " Beskeden er på dansk eller engelsk", CodeRules::language,
          VERIFY + " En kode, der ikke er seks cifre", CodeRules::sixDigits,
          VERIFY + " Derefter, i denne rækkefølge", CodeRules::order,
          VERIFY + " `Retry-After` på 90002", CodeRules::retryAfter);

  private CodeRules() {}

  /** By SMS and by mail, to the address that is registered, and good for proving it. */
  private static void arrives(Bench bench) {
    for (int type : new int[] {1, 3}) {
      LiveCode live = Codes.of(bench).live(type);
      bench.succeed(live.right());
      requireStatus(live, 2);
    }
  }

  private static void requireStatus(LiveCode live, int status) {
    Registered row = live.person().read(live.type());
    boolean isIt = row != null && row.status() == status;
    Mismatch.unless(isIt, "status " + status, String.valueOf(row));
  }

  /** Registered like any other; and a number that is proved already has no need of a code. */
  private static void abroad(Bench bench) {
    String numbers = bench.data().addresses().abroad();
    if (numbers == null) {
      throw new Skip("the data names no numbers that codes are not sent to (abroad)");
    }
    Person person = bench.person().clearAllBut();
    person.register(1, Addresses.filled(numbers, Addresses.digits()));
    person.status(1, 2);
    bench.expect(9247, OwnCodes.about(bench, person, 1));
    person.status(1, 1);
    bench.expect(9240, "/" + Bodies.TYPE, OwnCodes.about(bench, person, 1));
    bench.expect(9242, OwnCodes.about(bench, person, 3));
    Registered kept = person.read(1);
    Mismatch.unless(kept != null && kept.status() == 1, "the number is kept", "another state");
  }

  /**
   * The pause runs for the address: deleting and registering it again doesn't end it. Judged last.
   */
  private static void coolDown(Bench bench) {
    Asked asked = Codes.of(bench).ask(3, UnaryOperator.identity());
    asked.person().register(3, null).register(3, asked.address());
    Exchange refused = bench.once(asked.exchange().request());
    Mismatch.unless(refused.fejlkode() == 90002, "90002 within the minute", refused);
    if (Codes.isDayOver(refused)) {
      Codes.of(bench).requireDayOver(asked, refused);
    }
    bench.world().allowance().requireKnown();
  }

  /** For a citizen who may still have two codes today; after a few who may not, it is given up. */
  private static void replaces(Bench bench) {
    for (int i = 0; i < bench.data().citizens().own().size(); i++) {
      if (isReplaced(bench, Codes.of(bench).live(1))) {
        return;
      }
    }
    throw new Skip("no own citizen may have two more codes today; run again tomorrow");
  }

  /** The second one goes to another address, or a minute would have to pass. */
  private static boolean isReplaced(Bench bench, LiveCode first) {
    Person person = first.person();
    String address = person.registerFresh(1);
    person.status(1, 3);
    Exchange second = bench.send(person.request(ASK, Bodies.type(1)));
    if (Codes.isDayOver(second)) {
      return false;
    }
    Mismatch.unless(second.status() == 202, "202, also where the status is Ugyldig", second);
    bench.expect(90001, first.right());
    LiveCode live = Codes.of(bench).read(new Asked(person, 1, address, second));
    bench.succeed(live.right());
    requireStatus(live, 2);
    return true;
  }

  /** By preference, by the beginning of a longer tag, and beside what can't be understood. */
  private static void language(Bench bench) {
    String danish = words(bench, "%%%, xx, en;q=0, da;q=0.1");
    String english = words(bench, "en-GB, da;q=0.9");
    Mismatch.unless(!english.equals(danish), "other words in English than in Danish", "the same");
  }

  private static String words(Bench bench, String language) {
    Codes codes = Codes.of(bench);
    return codes.words(codes.ask(3, request -> request.header("Accept-Language", language)));
  }

  private static void sixDigits(Bench bench) {
    bench.bare();
    for (String wrong : new String[] {"", "12345", "1234567", "12345x", "12 345", "-12345"}) {
      String body = Bodies.type(1).put(Bodies.CODE, wrong).toString();
      bench.expect(1014, "/" + Bodies.CODE, bench.request().body(body));
    }
    Rules.codes(9153, 4405).run(bench);
  }

  /** 9247 before a code is looked at; 90002 before 90001. */
  private static void order(Bench bench) {
    OwnOrder.run(bench);
    LiveCode live = Codes.of(bench).live(3);
    live.person().status(3, 2);
    bench.expect(9247, live.right());
    live.person().status(3, 1);
    for (int number = 1; number <= 5; number++) {
      bench.expect(90001, live.wrong(number));
    }
    Exchange sixth = bench.once(live.wrong(6));
    Mismatch.unless(sixth.fejlkode() == 90002, "90002 before 90001", sixth);
  }

  private static void retryAfter(Bench bench) {
    LiveCode live = Codes.of(bench).live(3);
    for (int number = 1; number <= 5; number++) {
      bench.expect(90001, live.wrong(number));
    }
    Exchange verified = bench.once(live.wrong(6));
    Exchange asked = bench.once(live.person().request(ASK, Bodies.type(3)));
    int apart = Math.abs(Bench.retryAfter(verified) - Bench.retryAfter(asked));
    boolean isSame = verified.fejlkode() == 90002 && asked.fejlkode() == 90002 && apart <= 2;
    Mismatch.unless(isSame, "the time until a new code may be asked for", verified + "; " + asked);
  }
}
