package dk.borgerkontakt.server.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** A Java properties file in UTF-8. */
public final class ConfigurationFile {
  private ConfigurationFile() {}

  /**
   * Every key of the file with its value.
   *
   * @throws ConfigurationException when the file can't be read
   */
  public static Map<String, String> read(Path path) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path)) {
      properties.load(reader);
    } catch (CharacterCodingException e) {
      throw fault(path, "is not UTF-8; save it as UTF-8");
    } catch (IllegalArgumentException e) {
      throw fault(path, "has a backslash-u without four hexadecimal digits; write two backslashes");
    } catch (IOException e) {
      throw fault(path, "can't be read; check that it exists and may be read by this user");
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, properties::getProperty));
  }

  private static ConfigurationException fault(Path path, String text) {
    return new ConfigurationException(List.of("The configuration file " + path + " " + text));
  }
}
