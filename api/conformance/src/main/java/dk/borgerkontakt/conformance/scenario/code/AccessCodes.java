package dk.borgerkontakt.conformance.scenario.code;

import static dk.borgerkontakt.conformance.http.Request.CITIZEN;

import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.data.TestData.Citizens;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Login;
import dk.borgerkontakt.conformance.http.Request;
import java.util.Map;

/** Codes for who calls and for whom. */
final class AccessCodes {

  static final Map<Integer, Scenario> BY_CODE =
      Map.of(
          1010, AccessCodes::unknownCitizen,
          1012, AccessCodes::noLogon,
          1013, AccessCodes::noPermission,
          4405, AccessCodes::dead,
          4575, AccessCodes::foreign,
          4985, bench -> bench.expect(4985, bench.request().as("ukendtAkasse")),
          4986, AccessCodes::unknownJobcentre);

  private AccessCodes() {}

  /** Told to those who see everybody, and to those who see only their own. */
  private static void unknownCitizen(Bench bench) {
    for (String cpr : bench.data().citizens().unknown()) {
      bench.expect(1010, CITIZEN, bench.request().citizen(cpr));
      bench.expect(1010, CITIZEN, bench.as(bench.request(), "star").citizen(cpr));
    }
  }

  private static void noLogon(Bench bench) {
    Request request = bench.request();
    bench.expect(1012, request.login(Login.none()));
    bench.expect(1012, request.login(Login.literal("Bearer")));
    bench.expect(1012, request.login(Login.literal("Bearer not.a.token")));
    bench.expect(1012, request.login(Login.literal("Basic bm9ib2R5OnNlY3JldA==")));
    String token = bench.world().tokens().token(Login.of("akasse"));
    bench.expect(1012, request.login(Login.literal("Bearer " + token + "x")));
    bench.expect(1012, request.login(Login.literal("Bearer x" + token)));
  }

  private static void noPermission(Bench bench) {
    bench.expect(1013, bench.as(bench.request(), "udenDelegering"));
    String scope = bench.operation().scope();
    bench.requireNarrow("akasse");
    Exchange exchange = bench.expect(1013, bench.request().login(Login.without("akasse", scope)));
    String told = exchange.headers().firstValue("WWW-Authenticate").orElse("");
    Mismatch.unless(told.contains(scope), "WWW-Authenticate with the scope", "\"" + told + "\"");
  }

  private static void dead(Bench bench) {
    Citizens citizens = bench.data().citizens();
    bench.expect(4405, CITIZEN, bench.request().citizen(citizens.dead()));
    bench.expect(4405, CITIZEN, bench.as(bench.request(), "star").citizen(citizens.dead()));
  }

  private static void foreign(Bench bench) {
    Citizens citizens = bench.data().citizens();
    bench.expect(4575, CITIZEN, bench.request().citizen(citizens.foreign()));
    bench.expect(4575, CITIZEN, bench.as(bench.request(), "andenAkasse"));
  }

  private static void unknownJobcentre(Bench bench) {
    bench.expect(4986, bench.request().as("ukendtJobcenter"));
    Request actor = bench.as(bench.request(), "andenAktoer");
    bench.expect(4986, actor.header("x-organisationCode", "0"));
  }
}
