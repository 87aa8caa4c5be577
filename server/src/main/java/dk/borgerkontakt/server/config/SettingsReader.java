package dk.borgerkontakt.server.config;

import dk.borgerkontakt.server.config.identity.IdentityReader;
import dk.borgerkontakt.server.config.messages.MessageReader;
import dk.borgerkontakt.server.config.source.Endpoint;
import dk.borgerkontakt.server.config.source.Parsers;
import dk.borgerkontakt.server.config.source.SettingValues;
import dk.borgerkontakt.server.config.telemetry.TelemetryReader;
import dk.borgerkontakt.server.config.tls.TlsReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.event.Level;

/**
 * Reads the settings from texts: a pure function. System properties beat the environment, the
 * environment beats the file; a blank value is as if it weren't given.
 */
public final class SettingsReader {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final String PORT = "a whole number from 0 to 65535";
  private static final String FOLDER = "the path of a folder, without a semicolon";

  private final SettingValues values;

  private SettingsReader(SettingValues values) {
    this.values = values;
  }

  /**
   * Settings from what the properties file, the environment and the system properties hold. All
   * names of the file and of the properties must be settings; in the environment others may be.
   *
   * @throws ConfigurationException with every fault
   */
  public static Settings read(
      Map<String, String> file, Map<String, String> environment, Map<String, String> properties) {
    List<String> faults = new ArrayList<>(UnknownKeys.among(file.keySet(), "in the file"));
    faults.addAll(UnknownKeys.among(properties.keySet(), "given with -D"));
    SettingValues values = new SettingValues(file, environment, properties);
    Settings settings = new SettingsReader(values).settings();
    new CrossChecks(values).check(settings);
    faults.addAll(values.faults());
    if (!faults.isEmpty()) {
      throw new ConfigurationException(faults);
    }
    return settings;
  }

  private Settings settings() {
    Path dataDir = values.parse(ServiceSetting.DATA_DIR, FOLDER, Parsers::folder);
    return new Settings(
        endpoint(ServiceSetting.HTTP_HOST, ServiceSetting.HTTP_PORT),
        new TlsReader(values).read(),
        endpoint(ServiceSetting.MANAGEMENT_HOST, ServiceSetting.MANAGEMENT_PORT),
        shutdown(),
        dataDir,
        database(),
        new IdentityReader(values).read(),
        keysDir(dataDir),
        verification(),
        values.number(ServiceSetting.REQUESTS_PER_SECOND, 0, 1_000_000),
        new MessageReader(values).read(),
        values.parse(ServiceSetting.TIME_ZONE, "a time zone", ZoneId::of),
        values.parse(ServiceSetting.SANDBOX_ALLOW_REMOTE, "true or false", Parsers::truth),
        values.parse(
            ServiceSetting.LOG_LEVEL, "TRACE, DEBUG, INFO, WARN or ERROR", SettingsReader::level),
        values.parse(ServiceSetting.LOG_FORMAT, "text or json", SettingsReader::format),
        new TelemetryReader(values).read());
  }

  private Endpoint endpoint(ServiceSetting host, ServiceSetting port) {
    return new Endpoint(
        values.parse(host, Parsers.HOST, Parsers::host),
        values.parse(port, PORT, Parsers.integer(0, 65_535)));
  }

  private ShutdownSettings shutdown() {
    return new ShutdownSettings(
        values.duration(ServiceSetting.HTTP_SHUTDOWN_DELAY, Duration.ZERO, HOUR),
        values.duration(ServiceSetting.HTTP_SHUTDOWN_GRACE, Duration.ZERO, HOUR));
  }

  private DatabaseSettings database() {
    return new DatabaseSettings(
        values.parseGiven(
            ServiceSetting.DATABASE_URL,
            "one that starts with jdbc:postgresql: or jdbc:h2:",
            Parsers::jdbcUrl),
        values.given(ServiceSetting.DATABASE_USER),
        values.given(ServiceSetting.DATABASE_PASSWORD),
        values.number(ServiceSetting.DATABASE_CONNECTIONS, 2, 1_000));
  }

  private Path keysDir(Path dataDir) {
    Path given = values.parseGiven(ServiceSetting.KEYS_DIR, FOLDER, Parsers::folder);
    return given != null ? given : dataDir.resolve("keys");
  }

  private VerificationSettings verification() {
    Duration second = Duration.ofSeconds(1);
    return new VerificationSettings(
        values.duration(ServiceSetting.CODE_LIFETIME_SMS, second, HOUR),
        values.duration(ServiceSetting.CODE_LIFETIME_MAIL, second, HOUR),
        values.number(ServiceSetting.ATTEMPTS, 1, 100),
        values.duration(ServiceSetting.COOL_DOWN, Duration.ZERO, DAY),
        values.number(ServiceSetting.CODES_PER_DAY, 1, 1_000));
  }

  private static LogFormat format(String text) {
    return switch (text) {
      case "text" -> LogFormat.TEXT;
      case "json" -> LogFormat.JSON;
      default -> throw new IllegalArgumentException();
    };
  }

  private static Level level(String text) {
    return Level.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
