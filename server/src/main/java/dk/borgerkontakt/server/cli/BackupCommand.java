package dk.borgerkontakt.server.cli;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.server.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Backs up the embedded database while the service runs. PostgreSQL has tools of its own, which can
 * also go back to any moment.
 */
@Command(
    name = "backup",
    description = "Write a backup of the embedded database to a file, beside the running service.")
final class BackupCommand implements Callable<Integer> {
  private final ConfigurationOptions options;
  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "Zip file to write; there must be none yet.")
  private Path file = Path.of("");

  BackupCommand(ConfigurationOptions options, Surroundings surroundings) {
    this.options = options;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = options.settings();
    if (DatabaseAccess.config(settings).embeddedFile() == null) {
      throw new CommandException(
          "The database is not the embedded one; back up PostgreSQL with its own tools");
    }
    if (Files.exists(file)) {
      throw new CommandException(file + " is there already; give the name of a new file");
    }
    DatabaseAccess.checkIsThere(settings);
    try (Database database = DatabaseAccess.open(settings)) {
      database.backUp(file.toAbsolutePath());
    }
    surroundings.out().printf("%s: %,d bytes%n", file, Files.size(file));
    return BorgerkontaktCommand.DONE;
  }
}
