package dk.borgerkontakt.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.borgerkontakt.conformance.bench.Addresses;
import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Bodies;
import dk.borgerkontakt.conformance.bench.Burst;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Login;
import dk.borgerkontakt.conformance.http.Request;
import dk.borgerkontakt.conformance.row.Subject.Step;
import dk.borgerkontakt.conformance.scenario.code.HttpCodes;
import dk.borgerkontakt.conformance.scenario.rule.OwnOrder;
import java.util.List;
import java.util.UUID;

/**
 * The order of the checks: a request that fails at a step and, as far as one request can, at every
 * later one is answered by that step.
 */
final class Steps {

  private static final int LAST = 12;

  private final Bench bench;
  private final boolean hasBody;

  Steps(Bench bench) {
    this.bench = bench;
    this.hasBody = !bench.operation().requestSchema().node().isMissingNode();
  }

  void run(Step step) {
    switch (step.number()) {
      case 1 -> sizeAndMediaType();
      case 2 -> tokenAndScope();
      case 3 -> limit();
      case 7 -> form();
      case 9 -> foreign();
      case LAST -> OwnOrder.run(bench);
      default -> alone(step);
    }
  }

  /** A step with one code, or with the first of those that its caller can get. */
  private void alone(Step step) {
    boolean isKnown = step.number() > 0 && step.number() < LAST;
    Mismatch.unless(isKnown, "a step that the kit can provoke", "step " + step.number());
    bench.expect(step.codes().get(0), failing(step.number()));
  }

  private void sizeAndMediaType() {
    Request large = failing(1);
    bench.expect(90007, large);
    if (hasBody) {
      bench.expect(90007, large.header(Request.CONTENT_TYPE, "text/plain"));
      bench.expect(90006, failing(2).header(Request.CONTENT_TYPE, "text/plain"));
    }
  }

  private void tokenAndScope() {
    bench.expect(1012, failing(2));
    String scope = bench.operation().scope();
    bench.requireNarrow("ukendtAkasse");
    bench.expect(1013, failing(3).login(Login.without("ukendtAkasse", scope)));
  }

  /** Nobody knows the organisation, and yet it is told to slow down first. */
  private void limit() {
    Burst burst = Burst.of(bench, failing(4));
    boolean isLimited = burst.hasCode(90002) && burst.hasOnly(90002, 4985);
    Mismatch.unless(isLimited, "90002 before 4985", burst);
  }

  /** All faults of form are told together, under the first code. */
  private void form() {
    Exchange exchange = bench.expect(1014, failing(7));
    if (hasBody) {
      ObjectNode body = Bodies.valid(bench.operation(), bench.data(), 1);
      body.findParents(Bodies.TYPE).forEach(item -> ((ObjectNode) item).put(Bodies.TYPE, 4));
      List<JsonNode> withStatus = body.findParents(Bodies.STATUS);
      withStatus.forEach(item -> ((ObjectNode) item).put(Bodies.STATUS, 4));
      exchange = bench.expect(1014, failing(7).body(body.toString()));
      List<Integer> told = exchange.codes();
      boolean isAll = told.contains(9153) && (withStatus.isEmpty() || told.contains(9193));
      Mismatch.unless(isAll && told.contains(1014), "all faults of form together", told);
      bench.expect(9153, failing(8).body(body.toString()));
    }
  }

  /** The dead citizen of an unemployment fund, asked for by another one. */
  private void foreign() {
    Request request = ownRule(bench.request()).as("andenAkasse");
    bench.expect(4575, request.citizen(bench.data().citizens().dead()));
    bench.expect(4575, failing(10).citizen(bench.data().citizens().foreign()));
  }

  /** A request that fails at a step and at the later ones. */
  private Request failing(int step) {
    Request request = ownRule(bench.request());
    if (step <= 11 && bench.operation().hasParameter(Request.REQUEST_ID)) {
      request = request.header(Request.REQUEST_ID, usedId());
    }
    if (step <= 10) {
      request = request.citizen(bench.data().citizens().dead());
    }
    if (step <= 9) {
      request = request.citizen(bench.data().citizens().foreign());
    }
    if (step <= 8) {
      request = request.citizen(bench.data().citizens().unknown().get(0));
    }
    if (step <= 7) {
      request = request.header("x-requestUserTypeIdentifier", "99");
    }
    if (step <= 6) {
      request = request.citizen("123");
    }
    return caller(step, request);
  }

  private Request caller(int step, Request request) {
    Request changed = request;
    if (step <= 5) {
      changed = changed.as("system");
    }
    if (step <= 4) {
      changed = changed.as("ukendtAkasse");
    }
    if (step <= 2) {
      changed = changed.login(Login.none());
    }
    return step <= 1 ? changed.body(HttpCodes.largest(bench) + " ") : changed;
  }

  /** What the operation's own rules refuse, where a message can be wrong for them. */
  private Request ownRule(Request request) {
    return switch (bench.operation().id()) {
      case "createKontaktinformation" ->
          request.body(
              Bodies.create(Bodies.item(1, Addresses.invalid(bench.data(), 1).get(0))).toString());
      case "getVerifikationskode", "verificerKontaktinformation" ->
          request.body(Bodies.valid(bench.operation(), bench.data(), 2).toString());
      default -> request;
    };
  }

  private String usedId() {
    String id = UUID.randomUUID().toString();
    Request create =
        bench
            .person()
            .request("createKontaktinformation", Bodies.create(Bodies.item(1, bench.fresh(1))));
    bench.succeed(create.header(Request.REQUEST_ID, id));
    return id;
  }
}
