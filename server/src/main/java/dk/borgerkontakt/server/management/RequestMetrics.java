package dk.borgerkontakt.server.management;

import dk.borgerkontakt.api.model.Fejlkode;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.contract.ErrorEntry;
import dk.borgerkontakt.server.contract.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts and times requests. How long they take is told in buckets by route alone: with status and
 * code as well there would be a dozen times as many series, and nobody asks.
 */
public final class RequestMetrics {

  /** From an answer out of memory to the longest that a caller waits. */
  private static final Duration[] BUCKETS =
      List.of(2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000).stream()
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private static final List<Fejlkode> FAULTS = List.of(Fejlkode.InternFejl, Fejlkode.IkkeKlar);

  private record Route(String method, String template) {}

  /**
   * How one request was answered. Its parts are few: no label holds anything that a caller chooses.
   *
   * @param template the path's template, or "-" for a path that is none
   * @param code the error code that was answered, 0 for a success
   */
  public record Answered(String method, String template, int status, int code) {}

  private final MeterRegistry registry;
  private final Map<Answered, Timer> answers = new ConcurrentHashMap<>();
  private final Map<Route, Timer> routes = new ConcurrentHashMap<>();

  /** Faults of our own are there from the start: the first of them has to be seen to happen. */
  public RequestMetrics(MeterRegistry registry, Contract contract) {
    this.registry = registry;
    for (Fejlkode fault : FAULTS) {
      ErrorEntry entry = contract.error(fault);
      for (Operation operation : contract.operations()) {
        Answered answered =
            new Answered(operation.method(), operation.path(), entry.status(), entry.kode());
        answers.computeIfAbsent(answered, this::answerTimer);
      }
    }
  }

  /** Counts and times one request. */
  public void record(Answered answered, Duration duration) {
    answers.computeIfAbsent(answered, this::answerTimer).record(duration);
    Route route = new Route(answered.method(), answered.template());
    routes.computeIfAbsent(route, this::routeTimer).record(duration);
  }

  private Timer answerTimer(Answered answered) {
    return Timer.builder("http.server.requests")
        .tags(tags(answered.method(), answered.template()))
        .tag("status", Integer.toString(answered.status()))
        .tag("fejlkode", Integer.toString(answered.code()))
        .register(registry);
  }

  private Timer routeTimer(Route route) {
    return Timer.builder("http.server.duration")
        .tags(tags(route.method(), route.template()))
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private static Iterable<Tag> tags(String method, String template) {
    return Tags.of("method", method, "uri", template);
  }
}
