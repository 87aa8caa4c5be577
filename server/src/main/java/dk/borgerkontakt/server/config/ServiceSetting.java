package dk.borgerkontakt.server.config;

import dk.borgerkontakt.server.config.source.Setting;

/** The keys of the service itself. */
public enum ServiceSetting implements Setting {
  HTTP_HOST("borgerkontakt.http.host", "127.0.0.1", "address that the operations are served on"),
  HTTP_PORT("borgerkontakt.http.port", "8080", "their port; 0: a free one, told in the ready line"),
  HTTP_SHUTDOWN_GRACE(
      "borgerkontakt.http.shutdown-grace",
      "PT10S",
      "time that running requests have to finish when the service is stopped"),
  HTTP_SHUTDOWN_DELAY(
      "borgerkontakt.http.shutdown-delay",
      "PT0S",
      "time before that in which it serves on as not ready, for a balancer to notice"),
  MANAGEMENT_HOST("borgerkontakt.management.host", "127.0.0.1", "address of health and metrics"),
  MANAGEMENT_PORT("borgerkontakt.management.port", "8081", "their port; 0: a free one"),
  DATA_DIR(
      "borgerkontakt.data-dir",
      "./data",
      "folder of the embedded database, the keys, rejects and the sandbox's messages"),
  DATABASE_URL(
      "borgerkontakt.database.url",
      "",
      "JDBC address, jdbc:postgresql://… for PostgreSQL; not set: an H2 file in the data folder"),
  DATABASE_USER("borgerkontakt.database.user", "", "user at the database"),
  DATABASE_PASSWORD("borgerkontakt.database.password", "", "the user's password"),
  DATABASE_CONNECTIONS(
      "borgerkontakt.database.connections",
      "16",
      "most connections that a copy works on; to PostgreSQL it has one more, which asks whether it"
          + " is there"),
  KEYS_DIR(
      "borgerkontakt.keys.dir",
      "<data-dir>/keys",
      "folder of the secret keys, made at first start; copies of the server share one content"),
  CODE_LIFETIME_SMS(
      "borgerkontakt.verification.code-lifetime-sms", "PT5M", "how long a code sent by SMS lives"),
  CODE_LIFETIME_MAIL(
      "borgerkontakt.verification.code-lifetime-mail",
      "PT10M",
      "how long a code sent by mail lives"),
  ATTEMPTS("borgerkontakt.verification.attempts", "5", "attempts that one code allows"),
  COOL_DOWN(
      "borgerkontakt.verification.cool-down", "PT60S", "time between two codes to one address"),
  CODES_PER_DAY(
      "borgerkontakt.verification.codes-per-day",
      "5",
      "codes per citizen and type of contact data in 24 hours"),
  REQUESTS_PER_SECOND(
      "borgerkontakt.limits.requests-per-second",
      "1000",
      "calls per second and client, burst the same; 0: no limit"),
  TIME_ZONE(
      "borgerkontakt.time-zone",
      "Europe/Copenhagen",
      "time zone of the days of attachments and accesses"),
  SANDBOX_ALLOW_REMOTE(
      "borgerkontakt.sandbox.allow-remote",
      "false",
      "true: the sandbox may serve on an address that others can reach"),
  LOG_LEVEL(
      "borgerkontakt.log.level",
      "INFO",
      "least level of the service's own log lines: TRACE, DEBUG, INFO, WARN or ERROR"),
  LOG_FORMAT(
      "borgerkontakt.log.format", "text", "text: lines for people; json: an object of JSON a line");

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts
  private final Definition definition;

  ServiceSetting(String key, String defaultValue, String description) {
    definition = new Definition(key, defaultValue, description);
  }

  @Override
  public Definition definition() {
    return definition;
  }

  /** Nothing about the database account is printed. */
  @Override
  public boolean isPrintable() {
    return this != DATABASE_URL && this != DATABASE_USER && this != DATABASE_PASSWORD;
  }
}
