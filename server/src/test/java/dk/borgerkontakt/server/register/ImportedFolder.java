package dk.borgerkontakt.server.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.persistence.kontaktinformation.Kontaktinformation;
import dk.borgerkontakt.persistence.kontaktinformation.KontaktinformationDao;
import dk.borgerkontakt.persistence.register.Borger;
import dk.borgerkontakt.persistence.register.BorgerDao;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.testing.RegisterTables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A register folder in the making, and an empty database to load it into. */
final class ImportedFolder {
  private static final Contract CONTRACT = Contract.bundled();

  private final Path folder;
  private final Path dataDir;
  private final Database database;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  ImportedFolder(Path temp, Database database) throws IOException {
    this.folder = Files.createDirectories(temp.resolve("register"));
    this.dataDir = Files.createDirectories(temp.resolve("data"));
    this.database = database;
    database.useTransaction(
        handle -> {
          for (int i = RegisterTables.NAMES.size() - 1; i >= 0; i--) {
            handle.execute("delete from " + RegisterTables.NAMES.get(i));
          }
        });
  }

  static Database newDatabase() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    return Database.open(new DatabaseConfig(url, null, null, 2, Duration.ofSeconds(5)));
  }

  ImportedFolder with(RegisterFile file, String... rows) throws IOException {
    return with(UTF_8, file, rows);
  }

  ImportedFolder with(Charset charset, RegisterFile file, String... rows) throws IOException {
    String header = String.join(",", file.columns());
    return with(charset, file.fileName(), header + "\n" + String.join("\n", rows) + "\n");
  }

  ImportedFolder with(Charset charset, String fileName, String content) throws IOException {
    Files.writeString(folder.resolve(fileName), content, charset);
    return this;
  }

  List<FileResult> load() throws IOException {
    return load(false);
  }

  List<FileResult> load(boolean isTerminal) throws IOException {
    Clock clock = Clock.systemUTC();
    ImportDisplay display =
        new ImportDisplay(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            isTerminal,
            clock);
    return new RegisterImport(database, dataDir, CONTRACT, display, clock).run(folder);
  }

  /** Everything that the register's tables hold, as text, without what changes by itself. */
  String dump() {
    return database.withHandle(
        handle ->
            RegisterTables.NAMES.stream()
                .map(
                    table ->
                        table
                            + handle
                                .createQuery("select * from " + table + " order by 1, 2")
                                .mapToMap()
                                .list())
                .toList()
                .toString());
  }

  List<String> rejected(RegisterFile file) throws IOException {
    Path rejects = dataDir.resolve("rejects");
    if (!Files.exists(rejects)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(rejects)) {
      String stem = file.fileName().replace(".csv", "-");
      Path found =
          files
              .filter(path -> path.getFileName().toString().startsWith(stem))
              .findFirst()
              .orElse(null);
      return found == null ? List.of() : Files.readAllLines(found);
    }
  }

  Borger borger(String cpr) {
    return database.withHandle(handle -> new BorgerDao(handle).resolve(cpr).orElseThrow());
  }

  List<Kontaktinformation> kontaktinformation(String cpr) {
    long id = borger(cpr).id();
    return database.withHandle(handle -> new KontaktinformationDao(handle).findByBorger(id));
  }

  Path dataDir() {
    return dataDir;
  }

  String out() {
    return out.toString(UTF_8);
  }

  String err() {
    return err.toString(UTF_8);
  }
}
