package dk.borgerkontakt.server.management;

import dk.borgerkontakt.server.delivery.Tally;
import dk.borgerkontakt.server.outbox.Kanal;
import dk.borgerkontakt.server.tls.LiveTls;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;

/** What is counted and timed. No label ever holds anything that a caller can choose. */
public final class Metrics implements AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics gc = new JvmGcMetrics();

  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    gc.bindTo(registry);
  }

  /**
   * Counts and times one request.
   *
   * @param template the path's template, or "-" for a path that is none
   * @param code the error code that was answered, 0 for a success
   */
  public void request(String method, String template, int status, int code, Duration duration) {
    Timer.builder("http.server.requests")
        .tag("method", method)
        .tag("uri", template)
        .tag("status", Integer.toString(status))
        .tag("fejlkode", Integer.toString(code))
        .register(registry)
        .record(duration);
  }

  /**
   * Counts a code that was refused to save money.
   *
   * @param reason organisation, prefix or country
   */
  public void verificationRefused(String reason) {
    registry.counter("verification.refused", "reason", reason).increment();
  }

  /** Counts what becomes of messages, as this process has seen it. */
  public void outbox(Tally tally) {
    for (Kanal kanal : Kanal.values()) {
      for (Tally.Event event : Tally.Event.values()) {
        FunctionCounter.builder("outbox.messages", tally, counted -> counted.of(kanal, event))
            .tag("kanal", lowerCase(kanal))
            .tag("outcome", lowerCase(event))
            .register(registry);
      }
    }
  }

  /** Shows when the certificate of the public port ends, and whether its files are still good. */
  public void tls(LiveTls tls) {
    Gauge.builder("tls.certificate.expiry", tls, it -> it.expires().getEpochSecond())
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("tls.files.stale", tls, it -> it.isStale() ? 1 : 0).register(registry);
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The OpenMetrics text of everything measured so far. */
  String scrape() {
    return registry.scrape(ManagementServer.OPEN_METRICS);
  }

  @Override
  public void close() {
    gc.close();
    registry.close();
  }
}
