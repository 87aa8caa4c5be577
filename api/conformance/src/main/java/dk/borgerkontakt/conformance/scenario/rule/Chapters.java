package dk.borgerkontakt.conformance.scenario.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.conformance.bench.Addresses;
import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Bodies;
import dk.borgerkontakt.conformance.bench.Burst;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.bench.Person;
import dk.borgerkontakt.conformance.bench.Registered;
import dk.borgerkontakt.conformance.data.TestData.Addresses.Spelling;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Request;
import dk.borgerkontakt.conformance.scenario.code.Scenario;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The chapters of the contract's introduction that hold for all operations. */
final class Chapters {

  private static final String CREATE = "createKontaktinformation";

  static final Map<String, Scenario> BY_TITLE =
      Map.of(
          "kontrakten Borgeren", Chapters::citizens,
          "kontrakten Fejl", Chapters::errors,
          "kontrakten Gentagelser", Chapters::repetitions,
          "kontrakten Den handlende bruger", Chapters::actingUser,
          "kontrakten Numre og adresser", Chapters::spellings,
          "kontrakten Status og verifikation", CodeLife::run,
          "kontrakten Udgaver", Editions::run,
          "kontrakten Svar", Chapters::answers);

  private Chapters() {}

  /** The form of the number is judged by its date alone; who has none is unknown. */
  private static void citizens(Bench bench) {
    Request read = bench.person().request("getKontaktinformation", null);
    for (String leapDay : List.of("2902560001", "2902004001", "2902364001", "2902565001")) {
      Exchange exchange = bench.send(read.citizen(leapDay));
      Mismatch.unless(exchange.fejlkode() != 1001, "29 February of a leap year", exchange);
    }
    bench.expect(1001, Request.CITIZEN, read.citizen("2902584001"));
    bench.expect(1010, Request.CITIZEN, read.citizen("0000000000"));
  }

  /** Every fault of a message's form in one answer, each with its code and place. */
  private static void errors(Bench bench) {
    ObjectNode first = Bodies.item(4, "x");
    ObjectNode second = Bodies.item(1, "x");
    second.put(Bodies.TYPE, "1");
    Request request = bench.person().request(CREATE, Bodies.create(first, second));
    Exchange exchange = bench.expect(1014, request.header("x-requestUserTypeIdentifier", "99"));
    List<String> places =
        List.of(
            "x-requestUserTypeIdentifier",
            Bodies.LIST + "/0/" + Bodies.TYPE,
            Bodies.LIST + "/1/" + Bodies.TYPE);
    Mismatch.unless(exchange.places().containsAll(places), places.toString(), exchange.places());
    Mismatch.unless(exchange.codes().contains(9153), "9153 in the list", exchange.codes());
  }

  private static void repetitions(Bench bench) {
    String id = UUID.randomUUID().toString();
    Person person = bench.person().clearAllBut();
    String wrong = Addresses.invalid(bench.data(), 1).get(0);
    Request refused = person.request(CREATE, Bodies.create(Bodies.item(1, wrong)));
    bench.expect(9156, refused.header(Request.REQUEST_ID, id));
    String first = bench.fresh(1);
    Request done = person.request(CREATE, Bodies.create(Bodies.item(1, first)));
    bench.succeed(done.header(Request.REQUEST_ID, id));
    Request repeated = person.request(CREATE, Bodies.create(Bodies.item(1, bench.fresh(1))));
    bench.expect(90003, repeated.header(Request.REQUEST_ID, id));
    Registered kept = person.read(1);
    boolean isKept = kept != null && kept.kontaktdata().equals(first);
    Mismatch.unless(isKept, "nothing is done the second time", "another value");
    bench.succeed(bench.as(done, "star").header(Request.REQUEST_ID, id));
    Request status =
        person.request("updateKontaktinformation", Bodies.type(1).put(Bodies.STATUS, 3));
    bench.expect(90003, status.header(Request.REQUEST_ID, id));
    exactlyOne(bench, done.header(Request.REQUEST_ID, UUID.randomUUID().toString()));
  }

  private static void exactlyOne(Bench bench, Request request) {
    Burst burst = Burst.all(bench, request, 8);
    long done = burst.exchanges().stream().filter(exchange -> exchange.status() == 204).count();
    Mismatch.unless(done == 1 && burst.hasOnly(0, 90003), "exactly one of eight is done", burst);
  }

  private static void actingUser(Bench bench) {
    Person person = bench.person();
    person.registerFresh(1);
    for (String operation : List.of("getKontaktinformation", "updateKontaktinformation")) {
      ObjectNode body = Bodies.type(1).put(Bodies.STATUS, 3);
      Request request = person.request(operation, operation.startsWith("get") ? null : body);
      for (String type : List.of("1", "2", "3", "4")) {
        bench.succeed(
            request
                .header("x-userIdentifier", "kit-4711")
                .header("x-requestUserTypeIdentifier", type));
      }
      bench.succeed(
          request.header("x-organisationTypeIdentifier", "8").header("x-organisationCode", "0"));
    }
  }

  /** What is stored is what is answered, however it was written. */
  private static void spellings(Bench bench) {
    for (Spelling spelling : bench.data().addresses().spellings()) {
      String digits = Addresses.digits();
      int type = Integer.parseInt(spelling.type());
      Person person = bench.person();
      String stored = Addresses.filled(spelling.stored(), digits);
      person.register(type, Addresses.filled(spelling.sent(), digits));
      Registered row = person.read(type);
      boolean isStored = row != null && row.kontaktdata().equals(stored);
      Mismatch.unless(isStored, "\"" + spelling.stored() + "\"", "another form");
      person.status(type, 2).register(type, Addresses.filled(spelling.sent(), digits));
      Registered again = person.read(type);
      boolean isSame = again != null && again.status() == 2;
      Mismatch.unless(isSame, "the same value, however it is written", "a new status");
    }
  }

  /** HEAD as GET without a body; what was read can be sent back; what is unknown is overlooked. */
  private static void answers(Bench bench) {
    Person person = bench.person().clearAllBut();
    person.registerFresh(1);
    person.registerFresh(3);
    Request read = person.request("getKontaktinformation", null);
    Exchange got = bench.succeed(read);
    Exchange head = bench.succeed(read.method("head"));
    Mismatch.unless(head.status() == got.status(), "HEAD with GET's status", head);
    bench.succeed(person.request(CREATE, (ObjectNode) got.json()));
    ObjectNode extended = ((ObjectNode) got.json()).deepCopy().put("ukendt", true);
    extended.withObject("/kontaktinformationer").put("ukendt", "x");
    bench.succeed(person.request(CREATE, extended));
    Mismatch.unless(bench.succeed(read).json().equals(got.json()), "the same as before", "another");
    bench.succeed(read.header("Accept", "application/json"));
    bench.succeed(read.header("Accept", "application/*;q=0.5, text/plain"));
  }
}
