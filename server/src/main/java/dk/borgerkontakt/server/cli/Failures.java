package dk.borgerkontakt.server.cli;

import dk.borgerkontakt.persistence.DatabaseException;
import dk.borgerkontakt.server.config.ConfigurationException;
import dk.borgerkontakt.server.register.ImportException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.file.FileSystemException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells on stderr why a command could not do its work: one line a fault, and exit code 1. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final PrintStream err;

  Failures(PrintStream err) {
    this.err = err;
  }

  @Override
  public int handleParseException(ParameterException fault, String[] args) {
    String command = fault.getCommandLine().getCommandSpec().qualifiedName();
    err.println(fault.getMessage() + "; see " + command + " --help");
    return BorgerkontaktCommand.NOTHING_DONE;
  }

  @Override
  public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
    lines(fault).forEach(line -> err.println(line.replaceAll("\\s+", " ")));
    return BorgerkontaktCommand.NOTHING_DONE;
  }

  private static List<String> lines(Throwable fault) {
    if (fault instanceof ConfigurationException configuration) {
      return configuration.faults();
    }
    if (fault instanceof ImportException imported) {
      return imported.faults();
    }
    if (fault instanceof CommandException command) {
      return List.of(String.valueOf(command.getMessage()));
    }
    if (fault instanceof DatabaseException) {
      return List.of(
          fault.getMessage() + "; see that it is up, and check the borgerkontakt.database keys");
    }
    if (fault instanceof FileSystemException e) {
      return List.of(
          e.getFile()
              + " can't be used; see that it exists and that this user may read and write it");
    }
    if (fault instanceof BindException) {
      return List.of(
          "A port is taken already; choose others with borgerkontakt.http.port and"
              + " borgerkontakt.management.port");
    }
    return fault.getCause() == null ? unexpected(fault) : lines(fault.getCause());
  }

  private static List<String> unexpected(Throwable fault) {
    LOG.error("Not expected", fault);
    return List.of("Stopped by a fault in the program; the log says where");
  }
}
