package dk.borgerkontakt.conformance.scenario.code;

import static dk.borgerkontakt.conformance.bench.Bodies.TYPE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Bodies;
import dk.borgerkontakt.conformance.bench.Codes;
import dk.borgerkontakt.conformance.bench.Codes.LiveCode;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.bench.Person;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Request;
import java.util.Map;

/** Codes of the operations' own rules. */
public final class OwnCodes {

  static final Map<Integer, Scenario> BY_CODE =
      Map.of(
          9155, OwnCodes::reminded,
          9159, OwnCodes::nothingRegistered,
          9240, OwnCodes::neverVerified,
          9242, OwnCodes::typeNotRegistered,
          9247, OwnCodes::alreadyVerified,
          90001, OwnCodes::wrongCode);

  private OwnCodes() {}

  /** By null, by leaving it out and by the empty text; and the address is still there. */
  private static void reminded(Bench bench) {
    Person person = bench.person(bench.data().citizens().reminded(), "akasse");
    Object before = person.read();
    ObjectNode left = Bodies.item(3, null);
    left.remove(Bodies.KONTAKTDATA);
    for (ObjectNode item : new ObjectNode[] {Bodies.item(3, null), Bodies.item(3, ""), left}) {
      Request request = person.request("createKontaktinformation", Bodies.create(item));
      bench.expect(9155, Bodies.LIST + "/0/" + Bodies.KONTAKTDATA, request);
    }
    Mismatch.unless(person.read().equals(before), "the address is kept", "another state");
  }

  private static void nothingRegistered(Bench bench) {
    bench.bare();
    bench.expect(9159, bench.request());
    bench.expect(9159, bench.as(bench.request(), "star"));
  }

  private static void neverVerified(Bench bench) {
    Person person = bench.person().clearAllBut();
    person.registerFresh(2);
    bench.expect(9240, "/" + TYPE, about(bench, person, 2));
  }

  private static void typeNotRegistered(Bench bench) {
    Person person = bench.person().clearAllBut();
    person.registerFresh(2);
    bench.expect(9242, "/" + TYPE, about(bench, person, 1));
    bench.expect(9242, "/" + TYPE, about(bench, person, 3));
  }

  private static void alreadyVerified(Bench bench) {
    Person person = bench.person().clearAllBut();
    person.registerFresh(1);
    person.registerFresh(3);
    person.status(1, 2).status(3, 2);
    bench.expect(9247, "/" + TYPE, about(bench, person, 1));
    bench.expect(9247, "/" + TYPE, about(bench, person, 3));
  }

  /** Never asked for, wrong, and for another citizen's address. */
  private static void wrongCode(Bench bench) {
    String place = "/" + Bodies.CODE;
    Person person = bench.person().clearAllBut();
    person.registerFresh(1);
    Exchange never = bench.expect(90001, place, about(bench, person, 1));
    LiveCode live = Codes.of(bench).live(1);
    Exchange wrong = bench.expect(90001, place, live.wrong(1));
    Mismatch.unless(
        told(never).equals(told(wrong)), "one answer, whatever is wrong with a code", "two");
    bench.succeed(live.right());
  }

  /** The problem without its trace id. */
  private static String told(Exchange exchange) {
    return ((ObjectNode) exchange.json()).deepCopy().without("sporingsId").toString();
  }

  /** The row's operation for a type of this person's. */
  public static Request about(Bench bench, Person person, int type) {
    ObjectNode body = Bodies.valid(bench.operation(), bench.data(), type);
    return person.request(bench.operation().id(), body);
  }
}
