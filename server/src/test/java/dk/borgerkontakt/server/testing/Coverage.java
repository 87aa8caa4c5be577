package dk.borgerkontakt.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What of the contract was reached over HTTP, kept in a file so that the end of the build can judge
 * all tests together. One line {@code operation status code}; the code is 0 without an error.
 */
final class Coverage {

  /** The build names a new file each time; a run outside it may as well keep the last one. */
  private static final Path FILE =
      Path.of(System.getProperty("contract.coverage", "target/contract-coverage.txt"));

  private static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();

  private Coverage() {}

  static String line(String operation, int status, int fejlkode) {
    return operation + " " + status + " " + fejlkode;
  }

  /** Remembers the outcome; one write to the end of the file, so that several JVMs may share it. */
  static void record(String operation, int status, int fejlkode) {
    String line = line(operation, status, fejlkode);
    if (WRITTEN.add(line)) {
      try {
        Files.createDirectories(FILE.toAbsolutePath().getParent());
        Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Every line that was recorded. */
  static Set<String> recorded() {
    try {
      return new TreeSet<>(Files.exists(FILE) ? Files.readAllLines(FILE) : List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
