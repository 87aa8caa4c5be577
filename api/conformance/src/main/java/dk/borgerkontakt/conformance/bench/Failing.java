package dk.borgerkontakt.conformance.bench;

import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Request;
import dk.borgerkontakt.contract.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * What instances answer that are in a state which nobody can provoke from outside. All operations
 * are asked at once, since a service may take its time to find out that it can't serve.
 */
public final class Failing {

  private static final int PATIENCE = 5;

  private final Map<Integer, Map<String, Exchange>> answers = new HashMap<>();

  /** The answer of the instance of this code to the row's operation. */
  public Exchange answer(Bench bench, int code) {
    String address =
        bench
            .data()
            .instance(code)
            .orElseThrow(() -> new Skip("the data names no instance that answers " + code));
    Map<String, Exchange> all = answers.computeIfAbsent(code, key -> ask(bench, address));
    return Objects.requireNonNull(all.get(bench.operation().id()));
  }

  private static Map<String, Exchange> ask(Bench bench, String address) {
    List<Callable<Exchange>> calls =
        bench.world().contract().operations().stream()
            .map(operation -> (Callable<Exchange>) () -> ask(bench, operation, address))
            .toList();
    Map<String, Exchange> found = new HashMap<>();
    for (Exchange exchange : Burst.atOnce(calls)) {
      found.put(exchange.request().operation().id(), exchange);
    }
    return found;
  }

  private static Exchange ask(Bench bench, Operation operation, String address) {
    Request request = bench.as(bench.request(operation), "star").to(address);
    Exchange exchange = bench.world().wire().send(request);
    while (exchange.status() == 429 && Bench.retryAfter(exchange) <= PATIENCE) {
      Bench.pause(Bench.retryAfter(exchange));
      exchange = bench.world().wire().send(request);
    }
    return exchange;
  }
}
