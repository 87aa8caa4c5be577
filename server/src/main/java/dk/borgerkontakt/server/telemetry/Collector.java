package dk.borgerkontakt.server.telemetry;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.telemetry.TelemetrySetting;
import dk.borgerkontakt.server.config.telemetry.TelemetrySettings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Sends spans to a collector of OpenTelemetry, OTLP over HTTP, on a thread of its own. When it
 * takes none, so many wait and the rest is dropped: no request is slower for it.
 */
public final class Collector {

  private static final int MOST_WAITING = 2048;
  private static final Duration CONNECTING = Duration.ofSeconds(2);
  private static final Duration ANSWERING = Duration.ofSeconds(5);

  private Collector() {}

  /**
   * Tracing as the settings say.
   *
   * @param version of the service
   * @throws ConfigurationException when the collector's certificates can't be read
   */
  public static Tracing tracing(TelemetrySettings settings, String version) {
    URI url = settings.tracesUrl();
    if (url == null) {
      return Tracing.off();
    }
    return new Tracing(
        SdkTracerProvider.builder()
            .setResource(resource(version))
            .setSampler(new ShareOfTraces(settings.samplingRatio()))
            .addSpanProcessor(
                BatchSpanProcessor.builder(exporter(url, settings))
                    .setMaxQueueSize(MOST_WAITING)
                    .setScheduleDelay(Duration.ofSeconds(1))
                    .setMeterProvider(MeterProvider.noop())
                    .build())
            .build());
  }

  private static Resource resource(String version) {
    return Resource.create(
        Attributes.of(
            AttributeKey.stringKey("service.name"),
            "borgerkontakt",
            AttributeKey.stringKey("service.version"),
            version,
            AttributeKey.stringKey("service.instance.id"),
            UUID.randomUUID().toString()));
  }

  private static SpanExporter exporter(URI url, TelemetrySettings settings) {
    OtlpHttpSpanExporterBuilder exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(url.toString())
            .setConnectTimeout(CONNECTING)
            .setTimeout(ANSWERING)
            .setMeterProvider(MeterProvider.noop());
    String authorization = settings.authorization();
    if (authorization != null) {
      exporter.addHeader("Authorization", authorization);
    }
    Path caFile = settings.caFile();
    if (caFile != null) {
      trust(exporter, caFile);
    }
    return exporter.build();
  }

  private static void trust(OtlpHttpSpanExporterBuilder exporter, Path caFile) {
    try {
      exporter.setTrustedCertificates(Files.readAllBytes(caFile));
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigurationException(
          List.of(TelemetrySetting.CA_FILE.key() + " holds no certificates that can be read"));
    }
  }
}
