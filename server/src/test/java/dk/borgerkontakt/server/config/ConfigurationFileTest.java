package dk.borgerkontakt.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("borgerkontakt.properties");
  }

  @Test
  void readsKeysAndValues() throws IOException {
    Files.writeString(file, "# comment\nborgerkontakt.data-dir = /srv/æble\n");

    assertThat(ConfigurationFile.read(file))
        .containsOnly(java.util.Map.entry("borgerkontakt.data-dir", "/srv/æble"));
  }

  @Test
  void tellsThatTheFileIsMissing() {
    assertThatThrownBy(() -> ConfigurationFile.read(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("check that it exists");
  }

  @Test
  void tellsThatTheFileIsNotUtf8() throws IOException {
    Files.writeString(file, "a=æ", StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> ConfigurationFile.read(file)).hasMessageContaining("save it as UTF-8");
  }

  @Test
  void tellsABrokenEscape() throws IOException {
    Files.writeString(file, "a=C:\\users");

    assertThatThrownBy(() -> ConfigurationFile.read(file)).hasMessageContaining("backslash");
  }
}
