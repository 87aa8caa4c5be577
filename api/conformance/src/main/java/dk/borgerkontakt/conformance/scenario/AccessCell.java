package dk.borgerkontakt.conformance.scenario;

import dk.borgerkontakt.conformance.bench.Addresses;
import dk.borgerkontakt.conformance.bench.Bench;
import dk.borgerkontakt.conformance.bench.Bodies;
import dk.borgerkontakt.conformance.bench.Mismatch;
import dk.borgerkontakt.conformance.bench.Skip;
import dk.borgerkontakt.conformance.data.TestData.Probe;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Request;
import dk.borgerkontakt.conformance.row.AccessMatrix;
import dk.borgerkontakt.conformance.row.Subject.Cell;
import java.util.List;

/**
 * One cell of the access matrix, tried by each caller and citizen that the data has for it. The
 * requests change nothing of what they get in to: an operation's own rule refuses them after the
 * gate, where there is one.
 */
record AccessCell(Bench bench, Cell cell) {

  void run() {
    List<Probe> probes = bench.data().probes(cell.raekke(), cell.kolonne());
    if (probes.isEmpty()) {
      throw new Skip("the data has no caller and citizen for this cell (access)");
    }
    probes.forEach(this::run);
  }

  private void run(Probe probe) {
    AccessMatrix matrix = new AccessMatrix(bench.operation());
    boolean isIn =
        matrix.hasX(cell.raekke(), cell.kolonne())
            || matrix.hasX(cell.raekke(), AccessMatrix.allOf(cell.kolonne()));
    int refusal = matrix.isOpen(cell.raekke(), cell.kolonne()) ? 4575 : 1013;
    if (bench.operation().hasParameter(Request.CITIZEN)) {
      act(probe, isIn ? 0 : refusal);
    } else {
      lookUp(probe, isIn, refusal);
    }
  }

  private void act(Probe probe, int refusal) {
    Exchange exchange = bench.send(bench.as(harmless(), probe.client()).citizen(probe.citizen()));
    int code = exchange.fejlkode();
    if (refusal != 0) {
      Mismatch.unless(code == refusal, "kept out with " + refusal, exchange);
    } else {
      boolean isIn = exchange.status() < 300 || List.of(9156, 9159, 9240, 9242).contains(code);
      Mismatch.unless(isIn, "let in", exchange);
    }
  }

  private Request harmless() {
    String wrong = Addresses.invalid(bench.data(), 1).get(0);
    return switch (bench.operation().id()) {
      case "createKontaktinformation" ->
          bench.request().body(Bodies.create(Bodies.item(1, wrong)).toString());
      case "getVerifikationskode", "verificerKontaktinformation" ->
          bench.request().body(Bodies.valid(bench.operation(), bench.data(), 2).toString());
      case "updateKontaktinformation" ->
          bench.request().body(Bodies.valid(bench.operation(), bench.data(), 2).toString());
      default -> bench.request();
    };
  }

  private void lookUp(Probe probe, boolean isIn, int refusal) {
    String address = bench.person(probe.citizen(), "star").registerFresh(bench.lookedUpType());
    Request request = bench.request().path(Bench.path(bench.operation(), address));
    Exchange exchange = bench.send(bench.as(request, probe.client()));
    if (!isIn && refusal == 1013) {
      Mismatch.unless(exchange.fejlkode() == refusal, "kept out with 1013", exchange);
    } else {
      Mismatch.unless(exchange.status() == 200, "a list", exchange);
      boolean isFound = exchange.finds(probe.citizen());
      Mismatch.unless(isFound == isIn, isIn ? "the citizen" : "not the citizen", exchange.json());
    }
  }
}
