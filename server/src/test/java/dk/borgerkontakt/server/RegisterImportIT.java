package dk.borgerkontakt.server;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.server.register.RegisterGenerator;
import dk.borgerkontakt.server.testing.Await;
import dk.borgerkontakt.server.testing.Postgresql;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A register that is loaded as a process with little memory, on both databases: a second run
 * changes nothing, and one that was killed and begun again comes to the same as one that was not.
 */
@Tag("slow")
@Timeout(600)
class RegisterImportIT {

  /** Any size can be tried. */
  private static final int CITIZENS = Integer.getInteger("borgerkontakt.test.citizens", 15_000);

  private static final int BAD_ROWS = 300_000;

  /** Less than the bad rows would take. */
  private static final List<String> LITTLE_MEMORY = List.of("-Xmx64m");

  @TempDir private static Path temp;
  private static Path register;

  @BeforeAll
  static void makeRegister() throws IOException {
    register = temp.resolve("register");
    RegisterGenerator.write(register, CITIZENS, 1, false);
  }

  @Test
  void comesToTheSameHoweverOftenItRunsOnH2() throws Exception {
    comesToTheSame(
        new Target(temp.resolve("h2-whole"), Optional.empty()),
        new Target(temp.resolve("h2-killed"), Optional.empty()));
  }

  @Test
  void comesToTheSameHoweverOftenItRunsOnPostgresql() throws Exception {
    try (Postgresql whole = Postgresql.empty();
        Postgresql killed = Postgresql.empty()) {
      comesToTheSame(
          new Target(temp.resolve("pg-whole"), Optional.of(whole.url())),
          new Target(temp.resolve("pg-killed"), Optional.of(killed.url())));
    }
  }

  @Test
  void takesAFileWhereEveryRowIsBad() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("bad"));
    try (BufferedWriter file = Files.newBufferedWriter(folder.resolve("borgere.csv"))) {
      file.write("cpr,doed,nyt_cpr\n");
      for (int i = 0; i < BAD_ROWS; i++) {
        file.write("310290" + i % 10_000 + ",maaske,\n");
      }
    }
    Target target = new Target(temp.resolve("bad-data"), Optional.empty());
    try (JarProcess process = target.start(folder)) {
      assertThat(process.line())
          .startsWith("borgere.csv: 0 loaded, %d rejected".formatted(BAD_ROWS));
      assertThat(process.exitCode()).isEqualTo(2);
    }
  }

  private static void comesToTheSame(Target whole, Target killed) throws Exception {
    whole.load(register);
    Tables first = whole.tables();
    whole.load(register);

    assertThat(whole.tables()).isEqualTo(first);
    assertThat(first.rows()).isGreaterThan(4L * CITIZENS);

    long seed = System.nanoTime();
    long enough = new Random(seed).nextLong(1, first.rows() * 2 / 3);
    long reached = killed.loadAndKill(register, enough);
    killed.load(register);
    System.out.printf("import of %d rows killed at %d (seed %d)%n", first.rows(), reached, seed);
    assertThat(killed.tables().content()).isEqualTo(first.content());
  }

  /** A data folder, and the database if it isn't the embedded one. */
  private record Target(Path data, Optional<String> url) {

    JarProcess start(Path folder) throws IOException {
      List<String> options = new ArrayList<>(LITTLE_MEMORY);
      url.ifPresent(value -> options.add("-Dborgerkontakt.database.url=" + value));
      return JarProcess.start(data, options, "import", folder.toString());
    }

    void load(Path folder) throws Exception {
      try (JarProcess process = start(folder)) {
        for (int file = 0; file < 7; file++) {
          assertThat(process.line()).contains(" loaded, 0 rejected, ");
        }
        assertThat(process.exitCode()).isZero();
      }
    }

    /** Kills the process once so many rows are there. */
    long loadAndKill(Path folder, long enough) throws Exception {
      try (JarProcess process = start(folder)) {
        process.line(); // By now it has opened the database, and made its tables.
        try (Database database = open()) {
          long reached =
              Await.until(
                  "rows",
                  Duration.ofMinutes(2),
                  () -> Optional.of(Tables.count(database)).filter(rows -> rows >= enough));
          process.kill();
          assertThat(process.exitCode()).as("killed, not ended").isEqualTo(128 + 9);
          return reached;
        }
      }
    }

    Tables tables() {
      try (Database database = open()) {
        return Tables.of(database);
      }
    }

    private Database open() {
      String at = url.orElseGet(() -> DatabaseConfig.embeddedUrl(data));
      return Database.open(new DatabaseConfig(at, null, null, 2, Duration.ofSeconds(20)));
    }
  }
}
