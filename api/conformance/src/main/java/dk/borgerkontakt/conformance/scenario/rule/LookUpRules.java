package dk.borgerkontakt.conformance.scenario.rule;

import dk.borgerkontakt.conformance.bench.Addresses;
import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.bench.Person;
import dk.borgerkontakt.conformance.data.TestData.Addresses.Spelling;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.scenario.code.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the contract says of the two look-ups. */
final class LookUpRules {

  private static final String MOBILE = "getKontaktinformationMobilNr";
  private static final String MAIL = "getKontaktinformationEmail";

  static final Map<String, Scenario> BY_START =
      Map.of(
          MOBILE + " Nummeret bringes på samme form", LookUpRules::spellings,
          MOBILE + " Det, der ikke kan være et mobiltelefonnummer", LookUpRules::nobody,
          MAIL + " Store og små bogstaver er ens", LookUpRules::cases,
          MAIL + " Det, der ikke kan være en mailadresse", LookUpRules::nobody);

  private LookUpRules() {}

  private static void spellings(Bench bench) {
    for (Spelling spelling : bench.data().addresses().spellings()) {
      if (spelling.type().equals("1")) {
        String digits = Addresses.digits();
        Person person = bench.person();
        person.register(1, Addresses.filled(spelling.stored(), digits));
        requireFound(bench, person, Addresses.filled(spelling.sent(), digits));
        requireFound(bench, person, Addresses.filled(spelling.stored(), digits));
      }
    }
  }

  private static void cases(Bench bench) {
    Person person = bench.person();
    String mail = person.registerFresh(3);
    for (String written :
        List.of(mail, mail.toUpperCase(Locale.ROOT), mail.toLowerCase(Locale.ROOT))) {
      requireFound(bench, person, written);
    }
  }

  private static void requireFound(Bench bench, Person person, String written) {
    Exchange exchange = bench.succeed(bench.request().path(Bench.path(bench.operation(), written)));
    Mismatch.unless(exchange.finds(person.cpr()), "the citizen, however it is written", exchange);
  }

  /** Nobody has it; or somebody whom the caller may not see. */
  private static void nobody(Bench bench) {
    int type = bench.lookedUpType();
    Rules.codes(type == 1 ? 9156 : 9158, 90004).run(bench);
    requireEmpty(bench, bench.fresh(type));
    String foreign = bench.person(bench.data().citizens().foreign(), "star").registerFresh(type);
    requireEmpty(bench, foreign);
  }

  private static void requireEmpty(Bench bench, String address) {
    Exchange exchange = bench.succeed(bench.request().path(Bench.path(bench.operation(), address)));
    Mismatch.unless(exchange.json().path("borgerer").isEmpty(), "an empty list", exchange.json());
  }
}
