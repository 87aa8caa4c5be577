package dk.borgerkontakt.server.config.telemetry;

import dk.borgerkontakt.server.config.source.Setting;

/** The keys of telemetry. */
public enum TelemetrySetting implements Setting {
  TRACES_URL(
      "borgerkontakt.telemetry.traces-url",
      "",
      "where spans are sent, OTLP over HTTP, such as http://127.0.0.1:4318/v1/traces; not set:"
          + " nowhere"),
  SAMPLING_RATIO(
      "borgerkontakt.telemetry.sampling-ratio",
      "1",
      "share of the requests whose spans are sent, from 0 to 1"),
  AUTHORIZATION(
      "borgerkontakt.telemetry.authorization",
      "",
      "header Authorization for the collector, such as Bearer and a token"),
  CA_FILE(
      "borgerkontakt.telemetry.ca-file",
      "",
      "PEM file with the certificates that the collector is trusted by; not set: those of Java");

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts
  private final Definition definition;

  TelemetrySetting(String key, String defaultValue, String description) {
    definition = new Definition(key, defaultValue, description);
  }

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public boolean isPrintable() {
    return this != AUTHORIZATION;
  }
}
