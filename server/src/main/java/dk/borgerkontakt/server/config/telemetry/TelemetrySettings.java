package dk.borgerkontakt.server.config.telemetry;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where spans are sent, and how many.
 *
 * @param tracesUrl null: nowhere, and the rest counts for nothing
 * @param samplingRatio from 0 to 1
 * @param authorization the value of that header, a secret
 * @param caFile null for the certificates that Java trusts
 */
public record TelemetrySettings(
    @Nullable URI tracesUrl,
    double samplingRatio,
    @Nullable String authorization,
    @Nullable Path caFile) {

  /** Spans are sent nowhere. */
  public static final TelemetrySettings OFF = new TelemetrySettings(null, 0, null, null);

  @Override
  public String toString() {
    return "TelemetrySettings[tracesUrl=" + tracesUrl + ", samplingRatio=" + samplingRatio + "]";
  }
}
