package dk.borgerkontakt.conformance.scenario.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Bodies;
import dk.borgerkontakt.conformance.bench.Codes;
import dk.borgerkontakt.conformance.bench.Codes.LiveCode;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.bench.Person;
import dk.borgerkontakt.conformance.bench.Registered;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Request;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Each operation done, and what is different afterwards. */
public final class Successes {

  private Successes() {}

  /** Does the operation and requires this status. */
  public static void run(Bench bench, String status) {
    Exchange exchange = succeed(bench, UnaryOperator.identity());
    boolean isIt = status.equals(Integer.toString(exchange.status()));
    Mismatch.unless(isIt, "status " + status, exchange);
  }

  /** The row's operation, asked with a change that keeps it right. */
  static Exchange succeed(Bench bench, UnaryOperator<Request> change) {
    return switch (bench.operation().id()) {
      case "createKontaktinformation" -> create(bench, change);
      case "getKontaktinformation" -> read(bench, change);
      case "updateKontaktinformation" -> update(bench, change);
      case "getVerifikationskode" -> Codes.of(bench).ask(1, change).exchange();
      case "verificerKontaktinformation" -> verify(bench, change);
      case "getKontaktinformationMobilNr", "getKontaktinformationEmail" -> find(bench, change);
      default -> throw new Mismatch("the kit can't do this operation: it has no scenario for it");
    };
  }

  private static Exchange create(Bench bench, UnaryOperator<Request> change) {
    Person person = bench.person().clearAllBut();
    String mobile = bench.fresh(1);
    String mail = bench.fresh(3);
    ObjectNode body = Bodies.create(Bodies.item(1, mobile), Bodies.item(3, mail));
    Exchange done = bench.succeed(change.apply(person.request("createKontaktinformation", body)));
    requireSame(Map.of(1, new Registered(mobile, 1), 3, new Registered(mail, 1)), person.read());
    return done;
  }

  private static Exchange read(Bench bench, UnaryOperator<Request> change) {
    Person person = bench.person().clearAllBut();
    String landline = person.registerFresh(2);
    Exchange done = bench.succeed(change.apply(person.request("getKontaktinformation", null)));
    requireSame(Map.of(2, new Registered(landline, 1)), person.read());
    return done;
  }

  private static Exchange update(Bench bench, UnaryOperator<Request> change) {
    Person person = bench.person().clearAllBut();
    String mobile = person.registerFresh(1);
    String mail = person.registerFresh(3);
    ObjectNode body = Bodies.type(3).put(Bodies.STATUS, 3);
    Exchange done = bench.succeed(change.apply(person.request("updateKontaktinformation", body)));
    requireSame(Map.of(1, new Registered(mobile, 1), 3, new Registered(mail, 3)), person.read());
    return done;
  }

  private static Exchange verify(Bench bench, UnaryOperator<Request> change) {
    LiveCode live = Codes.of(bench).live(3);
    Exchange done = bench.succeed(change.apply(live.right()));
    Registered now = Objects.requireNonNullElse(live.person().read(3), new Registered("", 0));
    Mismatch.unless(now.status() == 2, "status 2 (Verificeret)", now.status());
    return done;
  }

  private static Exchange find(Bench bench, UnaryOperator<Request> change) {
    int type = bench.lookedUpType();
    Person person = bench.person().clearAllBut();
    String address = person.registerFresh(type);
    Request request = bench.request().path(Bench.path(bench.operation(), address));
    Exchange nobody = bench.succeed(bench.request());
    Mismatch.unless(nobody.json().path("borgerer").isEmpty(), "nobody for a new address", nobody);
    Exchange done = bench.succeed(change.apply(request));
    boolean isFound = done.finds(person.cpr());
    Mismatch.unless(isFound && done.json().path("borgerer").size() == 1, "the one citizen", done);
    return done;
  }

  private static void requireSame(Map<Integer, Registered> expected, Map<Integer, Registered> now) {
    Mismatch.unless(now.equals(expected), "what was sent is registered", now);
  }
}
