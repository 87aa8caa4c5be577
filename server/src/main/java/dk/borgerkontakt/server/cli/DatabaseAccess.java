package dk.borgerkontakt.server.cli;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.persistence.Workload;
import dk.borgerkontakt.server.Server;
import dk.borgerkontakt.server.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the service's database for a command that works beside the running service. */
final class DatabaseAccess {
  private static final int CONNECTIONS = 2;

  private DatabaseAccess() {}

  /** The database, made if it is the embedded one and nobody has made it yet. */
  static Database open(Settings settings) {
    return Database.open(config(settings));
  }

  /** Throws {@link CommandException} where the embedded database was never made. */
  static void checkIsThere(Settings settings) {
    Path file = config(settings).embeddedFile();
    if (file != null && !Files.exists(file)) {
      throw new CommandException(
          "There is no database at "
              + file
              + "; check that --config, -D and the environment are those of the service");
    }
  }

  /** How the database is reached. */
  static DatabaseConfig config(Settings settings) {
    DatabaseConfig ofService = Server.databaseConfig(settings);
    return new DatabaseConfig(
        ofService.url(),
        ofService.user(),
        ofService.password(),
        CONNECTIONS,
        ofService.connectionTimeout(),
        Workload.LONG);
  }
}
