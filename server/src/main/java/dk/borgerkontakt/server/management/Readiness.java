package dk.borgerkontakt.server.management;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.borgerkontakt.server.management.HealthCheck.Result;
import dk.borgerkontakt.server.management.HealthCheck.State;
import dk.borgerkontakt.server.telemetry.Counts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether this copy can serve, as a balancer asks. One check that is down makes it unready; one
 * that is degraded is told, and changes nothing.
 */
public final class Readiness {

  private static final JsonMapper JSON = new JsonMapper();

  /** What is answered to whoever asks. */
  record Answer(boolean isReady, String json) {}

  private final List<HealthCheck> checks;

  public Readiness(List<HealthCheck> checks) {
    this.checks = List.copyOf(checks);
  }

  /** Shows the checks as metrics as well: 1 for one that is up, 0 for one that is not. */
  public void measure(MeterRegistry registry) {
    Gauge.builder("health.ready", () -> isReady() ? 1 : 0).register(registry);
    for (HealthCheck check : checks) {
      Gauge.builder("health.check.up", () -> check.result().state() == State.UP ? 1 : 0)
          .tag("check", check.name())
          .register(registry);
    }
  }

  private boolean isReady() {
    return checks.stream().noneMatch(check -> check.result().state() == State.DOWN);
  }

  Answer answer() {
    Map<String, Object> told = new LinkedHashMap<>();
    boolean isReady = true;
    for (HealthCheck check : checks) {
      Result result = check.result();
      isReady &= result.state() != State.DOWN;
      told.put(check.name(), told(result));
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("status", isReady ? "ready" : "unready");
    all.put("checks", told);
    return new Answer(isReady, json(all));
  }

  private static Map<String, String> told(Result result) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("state", Counts.labelValue(result.state()));
    if (!result.detail().isEmpty()) {
      told.put("detail", result.detail());
    }
    return told;
  }

  private static String json(Map<String, Object> content) {
    try {
      return JSON.writeValueAsString(content) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
