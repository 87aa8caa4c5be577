package dk.borgerkontakt.server.register;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.register.csv.CsvFile;
import dk.borgerkontakt.server.register.csv.RejectedRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads the files of a register folder into the database, in their order and streaming. Rows that
 * can't be loaded go to files of their own in the data folder; loading a folder again changes
 * nothing.
 */
public final class RegisterImport {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final Database database;
  private final Path dataDir;
  private final RegisterLoaders loaders;
  private final ImportDisplay display;
  private final Clock clock;

  public RegisterImport(
      Database database, Path dataDir, Contract contract, ImportDisplay display, Clock clock) {
    this.database = database;
    this.dataDir = dataDir;
    this.loaders = new RegisterLoaders(contract, clock);
    this.display = display;
    this.clock = clock;
  }

  /**
   * Loads what is in the folder.
   *
   * @throws ImportException when the folder has nothing to load or a header is wrong, in which case
   *     nothing is loaded; or when the database or a file fails on the way
   */
  public List<FileResult> run(Path folder) throws IOException {
    List<RegisterFile> files = present(folder);
    checkHeaders(folder, files);
    ImportLock lock = ImportLock.take(dataDir);
    try {
      List<FileResult> results = new ArrayList<>();
      for (RegisterFile file : files) {
        FileResult result = load(file, folder.resolve(file.fileName()));
        display.done(result);
        results.add(result);
      }
      return results;
    } finally {
      lock.close();
    }
  }

  private List<RegisterFile> present(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new ImportException(List.of(folder + " is no folder; name the one with the files"));
    }
    tellIgnored(folder);
    List<RegisterFile> files =
        Arrays.stream(RegisterFile.values())
            .filter(file -> Files.exists(folder.resolve(file.fileName())))
            .toList();
    if (files.isEmpty()) {
      String names =
          String.join(
              ", ", Arrays.stream(RegisterFile.values()).map(RegisterFile::fileName).toList());
      throw new ImportException(List.of(folder + " has none of the register's files: " + names));
    }
    return files;
  }

  private void tellIgnored(Path folder) throws IOException {
    List<String> known = Arrays.stream(RegisterFile.values()).map(RegisterFile::fileName).toList();
    try (Stream<Path> entries = Files.list(folder)) {
      entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> name.endsWith(".csv") && !known.contains(name))
          .sorted()
          .forEach(display::ignored);
    }
  }

  private static void checkHeaders(Path folder, List<RegisterFile> files) throws IOException {
    List<String> faults = new ArrayList<>();
    for (RegisterFile file : files) {
      try (CsvFile csv = CsvFile.open(folder.resolve(file.fileName()), file.columns())) {
        String wanted = "; its header must be " + String.join(",", file.columns());
        csv.headerFaults().forEach(fault -> faults.add(file.fileName() + ": " + fault + wanted));
      }
    }
    if (!faults.isEmpty()) {
      throw new ImportException(faults);
    }
  }

  private FileResult load(RegisterFile file, Path path) throws IOException {
    Instant start = clock.instant();
    String rejectsName = file.rejectsName(TIME.format(start));
    try (CsvFile csv = CsvFile.open(path, file.columns());
        RejectedRows rejected = new RejectedRows(dataDir.resolve("rejects"), rejectsName)) {
      FileImport<?> loading = new FileImport<>(database, loaders.of(file), rejected);
      while (loading.loadBatch(csv)) {
        long rows = loading.loaded() + rejected.count();
        display.progress(file, csv.share(), rows, Duration.between(start, clock.instant()));
      }
      Duration took = Duration.between(start, clock.instant());
      return new FileResult(file, loading.loaded(), rejected.count(), rejected.file(), took);
    }
  }
}
