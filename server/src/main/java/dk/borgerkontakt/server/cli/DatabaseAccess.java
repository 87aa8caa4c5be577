package dk.borgerkontakt.server.cli;

import dk.borgerkontakt.persistence.Database;
import dk.borgerkontakt.persistence.DatabaseConfig;
import dk.borgerkontakt.server.Server;
import dk.borgerkontakt.server.config.Settings;

/** Opens the service's database for a command that works beside the running service. */
final class DatabaseAccess {
  private static final int CONNECTIONS = 2;

  private DatabaseAccess() {}

  static Database open(Settings settings) {
    DatabaseConfig ofService = Server.databaseConfig(settings);
    return Database.open(
        new DatabaseConfig(
            ofService.url(),
            ofService.user(),
            ofService.password(),
            CONNECTIONS,
            ofService.connectionTimeout()));
  }
}
