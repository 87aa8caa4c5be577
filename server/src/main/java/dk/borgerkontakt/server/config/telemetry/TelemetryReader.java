package dk.borgerkontakt.server.config.telemetry;

import dk.borgerkontakt.server.config.source.Parsers;
import dk.borgerkontakt.server.config.source.SettingValues;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the keys of telemetry. */
public final class TelemetryReader {

  private static final Set<TelemetrySetting> OF_A_COLLECTOR =
      EnumSet.complementOf(EnumSet.of(TelemetrySetting.TRACES_URL));

  private final SettingValues values;

  public TelemetryReader(SettingValues values) {
    this.values = values;
  }

  /** The settings; {@link TelemetrySettings#OFF} when no collector is named. */
  public TelemetrySettings read() {
    if (values.given(TelemetrySetting.TRACES_URL) == null) {
      String reason = "is not used without " + TelemetrySetting.TRACES_URL.key();
      values.refuse(OF_A_COLLECTOR, reason);
      return TelemetrySettings.OFF;
    }
    return new TelemetrySettings(
        values.parseGiven(
            TelemetrySetting.TRACES_URL, "an http or https address", TelemetryReader::address),
        values.parse(
            TelemetrySetting.SAMPLING_RATIO, "a number from 0 to 1", TelemetryReader::ratio),
        authorization(),
        values.parseGiven(TelemetrySetting.CA_FILE, Parsers.FILE, Parsers::readable));
  }

  private @Nullable String authorization() {
    return values.parseGiven(
        TelemetrySetting.AUTHORIZATION, "printable ASCII on one line", TelemetryReader::field);
  }

  /** Spans hold nothing personal, so they may go in the clear, as they do inside a cluster. */
  private static URI address(String text) {
    URI uri = URI.create(text);
    boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    require(isHttp && uri.getHost() != null && uri.getUserInfo() == null);
    return uri;
  }

  private static double ratio(String text) {
    double ratio = Double.parseDouble(text);
    require(ratio >= 0 && ratio <= 1);
    return ratio;
  }

  private static String field(String text) {
    require(text.matches("[\\x20-\\x7e]+"));
    return text;
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException();
    }
  }
}
