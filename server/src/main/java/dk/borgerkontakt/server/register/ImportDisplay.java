package dk.borgerkontakt.server.register;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Tells a person how the import goes: names, counts and rates, and nothing that a row holds. The
 * bar is only drawn where a person is looking.
 */
public final class ImportDisplay {
  private static final Duration REFRESH = Duration.ofMillis(200);
  private static final int WIDTH = 30;

  private final PrintStream out;
  private final PrintStream err;
  private final boolean isTerminal;
  private final Clock clock;
  private Instant drawn = Instant.MIN;
  private int drawnLength;

  public ImportDisplay(PrintStream out, PrintStream err, boolean isTerminal, Clock clock) {
    this.out = out;
    this.err = err;
    this.isTerminal = isTerminal;
    this.clock = clock;
  }

  /** Draws the bar anew, if it is time to; with the time that the rest of the file will take. */
  void progress(RegisterFile file, double share, long rows, Duration took) {
    Instant now = clock.instant();
    if (isTerminal && !now.isBefore(drawn.plus(REFRESH))) {
      drawn = now;
      int filled = (int) (share * WIDTH);
      String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
      long rate = rows * 1000 / Math.max(1, took.toMillis());
      String left = share == 0 ? "" : "  " + minutes((long) (took.toMillis() * (1 / share - 1)));
      draw(
          "%s [%s] %d %%  %,d rows/s%s"
              .formatted(file.fileName(), bar, (int) (share * 100), rate, left));
    }
  }

  /** Tells what came of a file. */
  void done(FileResult result) {
    erase();
    String counts =
        String.format(
            Locale.ROOT,
            "%s: %d loaded, %d rejected, %d rows/s",
            result.file().fileName(),
            result.loaded(),
            result.rejected(),
            result.rate());
    out.println(result.rejected() == 0 ? counts : counts + "; rejected rows: " + result.rejects());
  }

  /** Tells that a file of the folder is none of the register's. */
  void ignored(String fileName) {
    erase();
    err.println(fileName + " is ignored: it is none of the register's files");
  }

  private static String minutes(long millis) {
    Duration left = Duration.ofMillis(millis);
    return "%d:%02d left".formatted(left.toMinutes(), left.toSecondsPart());
  }

  private void draw(String line) {
    err.print("\r" + line + " ".repeat(Math.max(0, drawnLength - line.length())));
    err.flush();
    drawnLength = line.length();
  }

  private void erase() {
    if (drawnLength > 0) {
      err.print("\r" + " ".repeat(drawnLength) + "\r");
      err.flush();
      drawnLength = 0;
    }
  }
}
