package dk.borgerkontakt.server.config.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.config.LogFormat;
import dk.borgerkontakt.server.config.Settings;
import dk.borgerkontakt.server.config.SettingsReader;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetrySettingsTest {

  private static final String GROUP = "borgerkontakt.telemetry.";
  private static final String URL = GROUP + "traces-url";

  @Test
  void nothingIsSentUnlessACollectorIsNamed() {
    Settings settings = read(Map.of());

    assertThat(settings.telemetry()).isEqualTo(TelemetrySettings.OFF);
    assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
  }

  @Test
  void everyKeyIsRead() {
    Settings settings =
        read(
            Map.of(
                URL,
                "http://collector.example:4318/v1/traces",
                GROUP + "sampling-ratio",
                "0.25",
                GROUP + "authorization",
                "Bearer hemmelig",
                "borgerkontakt.log.format",
                "json"));

    assertThat(settings.telemetry())
        .isEqualTo(
            new TelemetrySettings(
                URI.create("http://collector.example:4318/v1/traces"),
                0.25,
                "Bearer hemmelig",
                null));
    assertThat(settings.logFormat()).isEqualTo(LogFormat.JSON);
    assertThat(settings.toString()).doesNotContain("hemmelig");
  }

  @Test
  void everythingElseNeedsACollector() {
    assertThat(faults(Map.of(GROUP + "sampling-ratio", "0.5", GROUP + "authorization", "hemmelig")))
        .contains(GROUP + "sampling-ratio is not used without " + URL)
        .contains(GROUP + "authorization is not used without " + URL)
        .doesNotContain("hemmelig");
  }

  @ParameterizedTest
  @ValueSource(strings = {"collector:4318", "ftp://collector/", "http:///v1", "http://a:b@c/"})
  void whatIsNoAddressIsRefused(String url) {
    assertThat(faults(Map.of(URL, url))).contains("give an http or https address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "1.1", "half", "NaN"})
  void aRatioIsFromZeroToOne(String ratio) {
    assertThat(faults(Map.of(URL, "http://c/", GROUP + "sampling-ratio", ratio)))
        .contains("give a number from 0 to 1");
  }

  @Test
  void aFileThatIsNotThereIsRefusedAndASecretNotPrinted() {
    assertThat(
            faults(
                Map.of(
                    URL,
                    "http://c/",
                    GROUP + "ca-file",
                    "/nowhere.pem",
                    GROUP + "authorization",
                    "hemmelig\u00e6")))
        .contains(GROUP + "ca-file")
        .contains(GROUP + "authorization")
        .doesNotContain("hemmelig");
  }

  private static String faults(Map<String, String> given) {
    return catchThrowableOfType(ConfigurationException.class, () -> read(given)).getMessage();
  }

  private static Settings read(Map<String, String> given) {
    return SettingsReader.read(Map.of(), Map.of(), new HashMap<>(given));
  }
}
