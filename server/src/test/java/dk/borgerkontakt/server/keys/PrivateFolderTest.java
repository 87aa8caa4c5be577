package dk.borgerkontakt.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {

  @TempDir Path temp;

  @Test
  void replacesAFileOfThatName() throws IOException {
    PrivateFolder folder = new PrivateFolder(temp.resolve("a/b"));

    folder.put("file", bytes("old, and longer"));
    folder.put("file", bytes("new"));

    assertThat(folder.path("file")).hasContent("new");
    assertThat(permissions(folder.path("file"))).isEqualTo("rw-------");
    assertThat(permissions(temp.resolve("a"))).isEqualTo("rwx------");
    assertThat(names(temp.resolve("a/b"))).containsExactly("file");
  }

  @Test
  void leavesAFileThatIsThere() throws IOException {
    PrivateFolder folder = new PrivateFolder(temp);

    assertThat(folder.putIfAbsent("file", bytes("first"))).isTrue();
    assertThat(folder.putIfAbsent("file", bytes("second"))).isFalse();

    assertThat(folder.path("file")).hasContent("first");
    assertThat(names(temp)).containsExactly("file");
  }

  @Test
  void leavesNothingBehindWhenItFails() throws IOException {
    PrivateFolder folder = new PrivateFolder(temp);
    Files.createDirectories(temp.resolve("taken/by-a-folder"));

    assertThatThrownBy(() -> folder.put("taken", bytes("new"))).isInstanceOf(IOException.class);
    assertThat(names(temp)).containsExactly("taken");
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
