package dk.borgerkontakt.conformance.scenario.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.conformance.bench.Addresses;
import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Bodies;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.bench.Person;
import dk.borgerkontakt.conformance.bench.Registered;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.scenario.code.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What the contract says of registering, reading and setting a status. */
final class RegistrationRules {

  private static final String CREATE = "createKontaktinformation";

  static final Map<String, Scenario> BY_START =
      Map.of(
          CREATE + " Er `kontaktdata` udeladt, `null` eller tom",
          RegistrationRules::deletes,
          CREATE + " Typer, som beskeden ikke nævner",
          RegistrationRules::leavesOthersAlone,
          CREATE + " En ny eller ændret værdi",
          RegistrationRules::statusOfNewValues,
          CREATE + " Samme type to gange",
          RegistrationRules::sameTypeTwice,
          CREATE + " Derefter, i denne rækkefølge",
          OwnOrder::run,
          CREATE + " Beskeden er én transaktion",
          RegistrationRules::allOrNothing,
          "getKontaktinformation Svaret har ét element",
          RegistrationRules::orderOfTypes,
          "getKontaktinformation Er intet registreret",
          RegistrationRules::readsTheDead,
          "updateKontaktinformation En type uden for kodelisten",
          Rules.codes(9153, 9193, 4405),
          "updateKontaktinformation Er intet registreret",
          Rules.codes(9159, 9242));

  private RegistrationRules() {}

  private static void deletes(Bench bench) {
    ObjectNode left = Bodies.item(1, null);
    left.remove(Bodies.KONTAKTDATA);
    for (ObjectNode item : List.of(left, Bodies.item(1, null), Bodies.item(1, ""))) {
      Person person = bench.person();
      person.registerFresh(1);
      bench.succeed(person.request(CREATE, Bodies.create(item)));
      Mismatch.unless(person.read(1) == null, "the mobile number is deleted", "it is still there");
      bench.succeed(person.request(CREATE, Bodies.create(item)));
    }
  }

  private static void leavesOthersAlone(Bench bench) {
    Person person = bench.person().clearAllBut();
    String landline = person.registerFresh(2);
    String mail = person.registerFresh(3);
    person.status(3, 2);
    person.registerFresh(1);
    person.register(1, null);
    Map<Integer, Registered> kept =
        Map.of(2, new Registered(landline, 1), 3, new Registered(mail, 2));
    Mismatch.unless(person.read().equals(kept), "the other types as they were", person.read());
  }

  private static void statusOfNewValues(Bench bench) {
    Person person = bench.person().clearAllBut();
    for (int type : bench.types()) {
      String address = person.registerFresh(type);
      requireStatus(person, type, 1);
      for (int status : new int[] {2, 3}) {
        person.status(type, status).register(type, address);
        requireStatus(person, type, status);
      }
      person.registerFresh(type);
      requireStatus(person, type, 1);
    }
  }

  private static void requireStatus(Person person, int type, int status) {
    Registered row = person.read(type);
    boolean isIt = row != null && row.status() == status;
    Mismatch.unless(isIt, "status " + status + " of type " + type, String.valueOf(row));
  }

  private static void sameTypeTwice(Bench bench) {
    Person person = bench.person();
    bench.expect(
        1014,
        person.request(
            CREATE, Bodies.create(Bodies.item(1, bench.fresh(1)), Bodies.item(1, bench.fresh(1)))));
    bench.expect(
        1014, person.request(CREATE, Bodies.create(Bodies.item(1, null), Bodies.item(1, null))));
    Rules.codes(9153, 4405).run(bench);
  }

  private static void allOrNothing(Bench bench) {
    Person person = bench.person().clearAllBut();
    String mobile = person.registerFresh(1);
    String mail = person.registerFresh(3);
    String wrong = Addresses.invalid(bench.data(), 2).get(0);
    bench.expect(
        9157,
        person.request(
            CREATE,
            Bodies.create(
                Bodies.item(1, null), Bodies.item(3, bench.fresh(3)), Bodies.item(2, wrong))));
    Map<Integer, Registered> kept =
        Map.of(1, new Registered(mobile, 1), 3, new Registered(mail, 1));
    Mismatch.unless(person.read().equals(kept), "nothing is done", person.read());
  }

  private static void orderOfTypes(Bench bench) {
    Person person = bench.person().clearAllBut();
    List<Integer> backwards = new ArrayList<>(bench.types());
    Collections.reverse(backwards);
    backwards.forEach(person::registerFresh);
    List<Integer> answered = List.copyOf(person.read().keySet());
    Mismatch.unless(answered.equals(bench.types()), "the order of the code list", answered);
  }

  private static void readsTheDead(Bench bench) {
    Rules.codes(9159).run(bench);
    Exchange dead = bench.send(bench.request().citizen(bench.data().citizens().dead()));
    Mismatch.unless(dead.status() == 200, "the dead citizen's contact information", dead);
  }
}
