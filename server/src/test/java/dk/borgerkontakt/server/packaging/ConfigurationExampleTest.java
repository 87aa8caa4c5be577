package dk.borgerkontakt.server.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.config.ConfigurationFile;
import dk.borgerkontakt.server.config.Keys;
import dk.borgerkontakt.server.config.SettingsReader;
import dk.borgerkontakt.server.config.source.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a settings file is what {@link Keys} says, and can be taken as it stands. */
class ConfigurationExampleTest {
  private static final Path EXPECTED = Path.of("target", "borgerkontakt.properties");

  private static final String HEAD =
      """
      # Every setting of Borgerkontakt with its default; what is empty is not set. Take the # off a line to set it, and
      # start the service with --config FILE. The environment (BORGERKONTAKT_HTTP_PORT) and -Dborgerkontakt.http.port=0
      # beat the file. Save it as UTF-8, and let nobody else read it once it holds a password.
      """;

  @Test
  void listsEverySettingWithItsDefaultAndMeaning() throws IOException {
    String expected =
        Keys.all().stream()
            .collect(
                Collectors.groupingBy(
                    Setting::getClass,
                    LinkedHashMap::new,
                    Collectors.mapping(ConfigurationExampleTest::lines, Collectors.joining())))
            .values()
            .stream()
            .collect(Collectors.joining("\n", HEAD + "\n", ""));
    Files.createDirectories(EXPECTED.getParent());
    Files.writeString(EXPECTED, expected);

    assertThat(Packaging.file("borgerkontakt.properties"))
        .as("run: cp server/target/borgerkontakt.properties server/packaging/")
        .hasContent(expected);
  }

  @Test
  void givesWhatTheDefaultsGiveWhenEveryLineIsTakenIn(@TempDir Path folder) throws IOException {
    String example = Files.readString(Packaging.file("borgerkontakt.properties"));
    Path file =
        Files.writeString(
            folder.resolve("all.properties"), example.replaceAll("(?m)^#(?=borgerkontakt)", ""));

    Map<String, String> given = ConfigurationFile.read(file);

    assertThat(given).containsOnlyKeys(Keys.all().stream().map(Setting::key).toList());
    assertThat(SettingsReader.read(given, Map.of(), Map.of()))
        .isEqualTo(SettingsReader.read(Map.of(), Map.of(), Map.of()));
  }

  /** A default that depends on another setting can be told, but not written. */
  private static String lines(Setting setting) {
    boolean isWord = setting.defaultValue().startsWith("<");
    String told = isWord ? " (" + setting.defaultValue() + ")" : "";
    String value = isWord ? "" : setting.defaultValue();
    return "# %s%s\n#%s=%s\n".formatted(setting.description(), told, setting.key(), value);
  }
}
