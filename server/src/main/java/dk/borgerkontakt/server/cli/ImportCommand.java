package dk.borgerkontakt.server.cli;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.server.config.Settings;
import dk.borgerkontakt.server.contract.Contract;
import dk.borgerkontakt.server.register.FileResult;
import dk.borgerkontakt.server.register.ImportDisplay;
import dk.borgerkontakt.server.register.RegisterImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Loads a folder of register files. */
@Command(
    name = "import",
    description = "Load or update the register of citizens from the CSV files of a folder.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all rows are loaded", "1:nothing could be done", "2:some were rejected"})
final class ImportCommand implements Callable<Integer> {
  private final ConfigurationOptions options;
  private final Surroundings surroundings;

  @Parameters(paramLabel = "FOLDER", description = "Folder with the files.")
  private Path folder = Path.of("");

  ImportCommand(ConfigurationOptions options, Surroundings surroundings) {
    this.options = options;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = options.settings();
    StartChecks.checkFolders(settings);
    ImportDisplay display =
        new ImportDisplay(
            surroundings.out(),
            surroundings.err(),
            surroundings.isTerminal(),
            surroundings.clock());
    try (Database database = DatabaseAccess.open(settings)) {
      RegisterImport register =
          new RegisterImport(
              database, settings.dataDir(), Contract.bundled(), display, surroundings.clock());
      List<FileResult> results = register.run(folder);
      boolean isAnyRejected = results.stream().anyMatch(result -> result.rejected() > 0);
      return isAnyRejected ? BorgerkontaktCommand.SOME_REJECTED : BorgerkontaktCommand.DONE;
    }
  }
}
