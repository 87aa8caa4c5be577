package dk.borgerkontakt.conformance.scenario.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.conformance.bench.Addresses;
import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Bodies;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.bench.Person;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.scenario.code.OwnCodes;
import java.util.List;

/** The order of an operation's own rules. */
public final class OwnOrder {

  private OwnOrder() {}

  /** Runs into each rule before the later ones. */
  public static void run(Bench bench) {
    switch (bench.operation().id()) {
      case "createKontaktinformation" -> create(bench);
      case "getVerifikationskode", "verificerKontaktinformation" -> verification(bench);
      default ->
          throw new Mismatch("the kit can't provoke it: it knows no order of this operation");
    }
  }

  /** The addresses that are wrong are told together, under the first type's code. */
  private static void create(Bench bench) {
    String operation = "createKontaktinformation";
    Person reminded = bench.person(bench.data().citizens().reminded(), "akasse");
    bench.expect(
        9155, reminded.request(operation, Bodies.create(wrong(bench, 1), Bodies.item(3, null))));
    Exchange all =
        bench.expect(
            9156,
            bench
                .person()
                .request(
                    operation, Bodies.create(wrong(bench, 3), wrong(bench, 2), wrong(bench, 1))));
    boolean isAll = all.codes().containsAll(List.of(9156, 9157, 9158));
    Mismatch.unless(isAll, "9156, 9157 and 9158 together", all.codes());
    bench.expect(
        9157, bench.person().request(operation, Bodies.create(wrong(bench, 3), wrong(bench, 2))));
  }

  private static ObjectNode wrong(Bench bench, int type) {
    return Bodies.item(type, Addresses.invalid(bench.data(), type).get(0));
  }

  private static void verification(Bench bench) {
    Person person = bench.person().clearAllBut();
    bench.expect(9240, OwnCodes.about(bench, person, 2));
    bench.expect(9159, OwnCodes.about(bench, person, 1));
    person.registerFresh(2);
    bench.expect(9240, OwnCodes.about(bench, person, 2));
    bench.expect(9242, OwnCodes.about(bench, person, 1));
    person.registerFresh(1);
    person.status(1, 2);
    bench.expect(9247, OwnCodes.about(bench, person, 1));
    bench.expect(9242, OwnCodes.about(bench, person, 3));
  }
}
