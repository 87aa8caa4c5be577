package dk.borgerkontakt.server.cli;

import dk.borgerkontakt.server.config.ConfigurationFile;
import dk.borgerkontakt.server.config.Settings;
import dk.borgerkontakt.server.config.SettingsReader;
import dk.borgerkontakt.server.config.UnknownKeys;
import dk.borgerkontakt.server.log.Logging;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
final class ConfigurationOptions {
  private static final Logger LOG = LoggerFactory.getLogger(ConfigurationOptions.class);
  private static final String PREFIX = "borgerkontakt.";

  private final Surroundings surroundings;
  private final Map<String, String> properties = new LinkedHashMap<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Properties file with settings.")
  private @Nullable Path file;

  ConfigurationOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      scope = ScopeType.INHERIT,
      mapFallbackValue = "",
      description =
          "One setting, as in -Dborgerkontakt.http.port=0. Beats the environment, which beats the"
              + " file.")
  void addProperties(Map<String, String> given) {
    properties.putAll(given);
  }

  /** The settings, with format and level of the log set as they say. */
  Settings settings() {
    Settings settings =
        SettingsReader.read(
            file == null ? Map.of() : ConfigurationFile.read(file),
            surroundings.environment(),
            allProperties());
    Logging.setFormat(settings.logFormat());
    Logging.setLevel(settings.logLevel());
    UnknownKeys.inEnvironment(surroundings.environment().keySet()).forEach(LOG::warn);
    return settings;
  }

  /** Those of the command line beat those of the virtual machine, where others live too. */
  private Map<String, String> allProperties() {
    Map<String, String> all = new HashMap<>(surroundings.systemProperties());
    all.keySet().removeIf(name -> !name.startsWith(PREFIX));
    all.putAll(properties);
    return all;
  }
}
