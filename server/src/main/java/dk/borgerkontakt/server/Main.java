package dk.borgerkontakt.server;

import dk.borgerkontakt.server.cli.BorgerkontaktCommand;
import dk.borgerkontakt.server.cli.Surroundings;
import dk.borgerkontakt.server.log.Logging;

/** What {@code java -jar borgerkontakt.jar} starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Logging.install();
    System.exit(BorgerkontaktCommand.run(Surroundings.ofProcess(), args));
  }
}
