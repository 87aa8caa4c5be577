package dk.borgerkontakt.server.register;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What came of one file.
 *
 * @param rejects where the rejected rows are, if there are any
 */
public record FileResult(
    RegisterFile file, long loaded, long rejected, Path rejects, Duration took) {

  /** Rows a second, loaded and rejected. */
  long rate() {
    return (loaded + rejected) * 1000 / Math.max(1, took.toMillis());
  }
}
