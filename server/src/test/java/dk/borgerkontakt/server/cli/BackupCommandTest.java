package dk.borgerkontakt.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.persistence.register.BorgerDao;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of an embedded database that this test has open at the same time. */
class BackupCommandTest {
  private static final String CPR = "0107809001";
  private static final String LATER_CPR = "0207809002";

  @TempDir Path temp;
  private Path dataDir;
  private Path backup;

  @BeforeEach
  void name() {
    dataDir = temp.resolve("data");
    backup = temp.resolve("backup.zip");
  }

  @Test
  void whatWasCommittedBeforeIsThereAgainAfterTheReturn() throws IOException {
    try (Database database = open(dataDir)) {
      insert(database, CPR);

      CommandRun run = run(backup);

      assertThat(run.exitCode()).as("%s", run.err()).isZero();
      assertThat(run.out()).singleElement().asString().startsWith(backup + ": ");
      insert(database, LATER_CPR);
    }

    try (Database returned = open(unpacked())) {
      assertThat(isKnown(returned, CPR)).isTrue();
      assertThat(isKnown(returned, LATER_CPR)).isFalse();
    }
  }

  @Test
  void onlyTheOwnerMayReadABackupAndNothingIsLeftBesideIt() throws IOException {
    open(dataDir).close();

    run(backup);

    assertThat(Files.getPosixFilePermissions(backup))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (Stream<Path> files = Files.list(dataDir)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".zip"));
    }
  }

  @Test
  void aFileThatIsThereIsNeverOverwritten() throws IOException {
    open(dataDir).close();
    Files.writeString(backup, "yesterday's", UTF_8);

    CommandRun run = run(backup);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("is there already");
    assertThat(backup).hasContent("yesterday's");
  }

  @Test
  void aFolderThatIsNotThereIsTold() {
    open(dataDir).close();

    CommandRun run = run(temp.resolve("nowhere/backup.zip"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("nowhere").contains("can't be used");
  }

  @Test
  void aDatabaseThatIsNotThereIsNotBackedUp() {
    CommandRun run = run(backup);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().startsWith("There is no database at ");
    assertThat(backup).doesNotExist();
  }

  @Test
  void postgresqlIsLeftToItsOwnTools() {
    CommandRun run =
        CommandRun.of(
            "backup",
            backup.toString(),
            "-Dborgerkontakt.data-dir=" + dataDir,
            "-Dborgerkontakt.database.url=jdbc:postgresql://127.0.0.1/b");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("PostgreSQL with its own tools");
  }

  private CommandRun run(Path file) {
    return CommandRun.of("backup", file.toString(), "-Dborgerkontakt.data-dir=" + dataDir);
  }

  private Path unpacked() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("returned"));
    try (InputStream in = Files.newInputStream(backup);
        ZipInputStream zip = new ZipInputStream(in)) {
      // One entry: the database file, under its own name.
      Files.copy(zip, folder.resolve(zip.getNextEntry().getName()));
    }
    return folder;
  }

  private static Database open(Path folder) {
    return Database.open(
        new DatabaseConfig(
            DatabaseConfig.embeddedUrl(folder), null, null, 2, Duration.ofSeconds(5)));
  }

  private static void insert(Database database, String cpr) {
    database.useTransaction(handle -> new BorgerDao(handle).upsert(cpr, false));
  }

  private static boolean isKnown(Database database, String cpr) {
    return database.withHandle(handle -> new BorgerDao(handle).findByCpr(cpr).isPresent());
  }
}
