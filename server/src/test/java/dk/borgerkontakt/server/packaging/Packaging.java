package dk.borgerkontakt.server.packaging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Where the files for operators are. */
final class Packaging {
  private Packaging() {}

  /** The file in server/packaging, at or above the working folder. */
  static Path file(String name) {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .takeWhile(Objects::nonNull)
        .map(folder -> folder.resolve("server/packaging").resolve(name))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new AssertionError("server/packaging/" + name + " is missing"));
  }
}
