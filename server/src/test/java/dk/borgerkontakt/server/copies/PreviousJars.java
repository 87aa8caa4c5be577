package dk.borgerkontakt.server.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** What an upgrade starts from, as {@code .ci/previous} has built it. */
final class PreviousJars {

  private static final Path FOLDER = Path.of("target/previous").toAbsolutePath();
  private static final String DRAINING = "dk/borgerkontakt/server/container/Draining.class";

  private PreviousJars() {}

  /**
   * The commit before, and the newest with other migrations: two files, or one for both. Where
   * nobody has built them, the test is skipped.
   */
  static List<Path> all() throws IOException {
    assumeThat(FOLDER).as("the earlier jars; build them with .ci/previous").isDirectory();
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      assertThat(jars).as("the earlier jars; build them with .ci/previous").isNotEmpty();
      return jars;
    }
  }

  /**
   * Those that can be stopped unnoticed, because they tell the balancer first. Versions from before
   * that can't; where there are no others, the test is skipped.
   */
  static List<Path> draining() throws IOException {
    List<Path> draining = all().stream().filter(PreviousJars::drains).toList();
    assumeThat(draining).as("earlier jars that drain").isNotEmpty();
    return draining;
  }

  private static boolean drains(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getEntry(DRAINING) != null;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
