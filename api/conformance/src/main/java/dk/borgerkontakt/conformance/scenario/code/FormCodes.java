package dk.borgerkontakt.conformance.scenario.code;

import static dk.borgerkontakt.conformance.http.Request.CITIZEN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.conformance.bench.Addresses;
import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Bodies;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.bench.Person;
import dk.borgerkontakt.conformance.bench.Registered;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Request;
import dk.borgerkontakt.contract.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Codes for a wrong form: the citizen's number, headers, bodies, code lists and addresses. */
final class FormCodes {

  static final Map<Integer, Scenario> BY_CODE =
      Map.of(
          1001, FormCodes::citizenNumber,
          1014, FormCodes::message,
          9153, FormCodes::type,
          9193, FormCodes::status,
          9156, bench -> address(bench, 9156),
          9157, bench -> address(bench, 9157),
          9158, bench -> address(bench, 9158));

  /** Too short, too long, no digits, no such day or month, a hyphen, 29 February in other years. */
  private static final List<String> NO_NUMBERS =
      List.of(
          "010780900",
          "01078090011",
          "0107809OO1",
          "010780-9001",
          "3201809001",
          "3104809001",
          "0113809001",
          "0007809001",
          "3002809001",
          "2902010011",
          "2902000001",
          "2902816001",
          "2902374001",
          "1111111111111111111111111111111111");

  private FormCodes() {}

  private static void citizenNumber(Bench bench) {
    Request request = bench.request();
    String number = request.sent(CITIZEN);
    bench.expect(1001, CITIZEN, request.header(CITIZEN));
    bench.expect(1001, CITIZEN, request.header(CITIZEN, ""));
    bench.expect(1001, CITIZEN, request.header(CITIZEN, number, number));
    for (String wrong : NO_NUMBERS) {
      bench.expect(1001, CITIZEN, request.header(CITIZEN, wrong));
    }
    bench.expect(1001, CITIZEN, bench.as(request.header(CITIZEN, "2902010011"), "star"));
    Exchange leapDay = bench.send(request.citizen(bench.data().citizens().leapDay()));
    Mismatch.unless(leapDay.fejlkode() != 1001, "a leap day of a leap year is admitted", leapDay);
  }

  private static void message(Bench bench) {
    String user = "x-requestUserTypeIdentifier";
    for (String wrong : List.of("0", "5", "x", "1.0")) {
      bench.expect(1014, user, bench.request().header(user, wrong));
    }
    if (!bench.operation().requestSchema().node().isMissingNode()) {
      for (String broken : List.of("", "{", "[]", "\"x\"", "null", "{}", "{} {}")) {
        bench.expect(1014, bench.request().body(broken));
      }
    }
    Request actor = bench.request().as("andenAktoer");
    String type = "x-organisationTypeIdentifier";
    String code = "x-organisationCode";
    bench.expect(1014, actor);
    bench.expect(1014, actor.header(type, "8"));
    bench.expect(1014, actor.header(code, "1"));
    bench.expect(1014, type, actor.header(type, "7").header(code, "1"));
  }

  private static void type(Bench bench) {
    outsideList(bench, Bodies.TYPE, 9153);
  }

  private static void status(Bench bench) {
    outsideList(bench, Bodies.STATUS, 9193);
  }

  private static void outsideList(Bench bench, String element, int code) {
    for (int wrong : new int[] {-1, 0, 4, 1000}) {
      ObjectNode body = Bodies.valid(bench.operation(), bench.data(), 1);
      String list = body.at(Bodies.LIST).isMissingNode() ? "" : Bodies.LIST + "/0";
      ((ObjectNode) body.at(list)).put(element, wrong);
      bench.expect(code, list + "/" + element, bench.request().body(body.toString()));
    }
  }

  private static void address(Bench bench, int code) {
    Optional<Place> parameter =
        bench.operation().parameters().stream()
            .filter(place -> place.node().path("x-fejlkode").asInt() == code)
            .findFirst();
    if (parameter.isPresent()) {
      int type = bench.lookedUpType(parameter.get());
      for (String wrong : Addresses.invalid(bench.data(), type)) {
        Request request = bench.request().path(Bench.path(bench.operation(), wrong));
        bench.expect(code, parameter.get().text("name"), request);
      }
    } else {
      registered(bench, 1 + code - 9156, code);
    }
  }

  /** Nothing of the message is done, not even what is right in it. */
  private static void registered(Bench bench, int type, int code) {
    Person person = bench.person().clearAllBut();
    int other = type == 1 ? 2 : 1;
    String kept = person.registerFresh(other);
    for (String wrong : Addresses.invalid(bench.data(), type)) {
      ObjectNode body =
          Bodies.create(Bodies.item(other, bench.fresh(other)), Bodies.item(type, wrong));
      bench.expect(
          code,
          Bodies.LIST + "/1/" + Bodies.KONTAKTDATA,
          person.request("createKontaktinformation", body));
    }
    Map<Integer, Registered> now = person.read();
    Mismatch.unless(
        now.equals(Map.of(other, new Registered(kept, 1))), "nothing of it is done", now.keySet());
  }
}
