package dk.borgerkontakt.conformance.bench;

import dk.borgerkontakt.conformance.data.TestData.CallLimit;
import dk.borgerkontakt.conformance.http.Exchange;
import dk.borgerkontakt.conformance.http.Request;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * The answers to one request, sent as often and as fast as it takes to reach the limit of calls.
 */
public record Burst(List<Exchange> exchanges) {

  private static final int THREADS = 16;

  /** Slow machines let the allowance grow while it is used. */
  private static final int AT_MOST = 10;

  /** Sends it until one is refused; skips the row when nobody told the limit. */
  public static Burst of(Bench bench, Request request) {
    CallLimit limit = bench.data().callLimit();
    if (limit == null) {
      throw new Skip("the data doesn't tell how many calls are too many (callLimit)");
    }
    String address = limit.baseUrl();
    Request there = address == null ? request : request.to(address);
    return untilRefused(bench, there, limit.calls() * AT_MOST);
  }

  private static Burst untilRefused(Bench bench, Request request, int times) {
    AtomicBoolean isRefused = new AtomicBoolean();
    Callable<List<Exchange>> call =
        () -> {
          if (isRefused.get()) {
            return List.of();
          }
          Exchange exchange = bench.world().wire().send(request);
          if (exchange.status() == 429) {
            isRefused.set(true);
          }
          return List.of(exchange);
        };
    return new Burst(
        atOnce(IntStream.range(0, times).mapToObj(number -> call).toList()).stream()
            .flatMap(List::stream)
            .map(bench::keep)
            .toList());
  }

  /** Sends it exactly this often. */
  public static Burst all(Bench bench, Request request, int times) {
    Callable<Exchange> call = () -> bench.world().wire().send(request);
    return new Burst(
        atOnce(IntStream.range(0, times).mapToObj(number -> call).toList()).stream()
            .map(bench::keep)
            .toList());
  }

  static <T> List<T> atOnce(List<Callable<T>> calls) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<T>> futures = calls.stream().map(threads::submit).toList();
      return futures.stream().map(Burst::result).toList();
    } finally {
      threads.shutdown();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whether one answer has this code. */
  public boolean hasCode(int code) {
    return exchanges.stream().anyMatch(exchange -> exchange.fejlkode() == code);
  }

  /** Whether every answer has one of these codes. */
  public boolean hasOnly(Integer... codes) {
    return exchanges.stream().allMatch(exchange -> List.of(codes).contains(exchange.fejlkode()));
  }

  @Override
  public String toString() {
    return exchanges.stream().map(Exchange::outcome).distinct().sorted().toList().toString();
  }
}
