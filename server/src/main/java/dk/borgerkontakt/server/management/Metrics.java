package dk.borgerkontakt.server.management;

import dk.borgerkontakt.server.tls.LiveTls;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmHeapPressureMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * Where everything is counted and timed, with what the Java machine and the process tell of
 * themselves. No label ever holds anything that a caller can choose.
 */
public final class Metrics implements AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics gc = new JvmGcMetrics();
  private final JvmHeapPressureMetrics heapPressure = new JvmHeapPressureMetrics();

  /**
   * @param version of the service
   * @param contractVersion of the contract that it serves
   */
  public Metrics(String version, String contractVersion) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    gc.bindTo(registry);
    heapPressure.bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    Gauge.builder("borgerkontakt.build.info", () -> 1)
        .tag("version", version)
        .tag("contract", contractVersion)
        .tag("java", Runtime.version().toString())
        .register(registry);
  }

  /** Shows when the certificate of the public port ends, and whether its files are still good. */
  public void tls(LiveTls tls) {
    Gauge.builder("tls.certificate.expiry", tls, it -> it.expires().getEpochSecond())
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("tls.files.stale", tls, it -> it.isStale() ? 1 : 0).register(registry);
  }

  /** For the parts, which name there what they count. */
  public MeterRegistry registry() {
    return registry;
  }

  /** The OpenMetrics text of everything measured so far. */
  String scrape() {
    return registry.scrape(ManagementServer.OPEN_METRICS);
  }

  @Override
  public void close() {
    heapPressure.close();
    gc.close();
    registry.close();
  }
}
