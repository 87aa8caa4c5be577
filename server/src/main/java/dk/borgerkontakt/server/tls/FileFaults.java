package dk.borgerkontakt.server.tls;

import dk.borgerkontakt.server.config.source.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults found in files, one line each, so that all can be told together. */
final class FileFaults {

  private final List<String> told = new ArrayList<>();

  /** Makes something of a file. */
  interface Reading<T> {

    T read() throws UnusableFileException, GeneralSecurityException, IOException;
  }

  /** What is made of the file; null when there is a fault, which is kept. */
  <T> @Nullable T attempt(Setting setting, @Nullable Path file, Reading<T> reading) {
    try {
      return reading.read();
    } catch (UnusableFileException e) {
      told.add("%s is %s, which %s".formatted(setting.key(), file, e.getMessage()));
      return null;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> told() {
    return told;
  }
}
