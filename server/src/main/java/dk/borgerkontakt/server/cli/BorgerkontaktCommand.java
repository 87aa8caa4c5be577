package dk.borgerkontakt.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The command without a name: it serves, unless it is told something else. */
@Command(
    name = "borgerkontakt",
    description = {
      "The open implementation of BorgersKontaktinformationService.",
      "Without a command the service is started."
    },
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = BorgerkontaktCommand.Version.class)
public final class BorgerkontaktCommand implements Callable<Integer> {
  static final int DONE = 0;
  static final int NOTHING_DONE = 1;
  static final int SOME_REJECTED = 2;

  @Mixin private final ConfigurationOptions options;
  private final Surroundings surroundings;

  private BorgerkontaktCommand(ConfigurationOptions options, Surroundings surroundings) {
    this.options = options;
    this.surroundings = surroundings;
  }

  /** Runs the command that the arguments name; returns the exit code of the process. */
  public static int run(Surroundings surroundings, String... args) {
    ConfigurationOptions options = new ConfigurationOptions(surroundings);
    Failures failures = new Failures(surroundings.err());
    return new CommandLine(new BorgerkontaktCommand(options, surroundings))
        .addSubcommand(new ServeCommand(options, surroundings))
        .addSubcommand(new ImportCommand(options, surroundings))
        .addSubcommand(new AuditCommand(options, surroundings))
        .addSubcommand(new MessagesCommand(options, surroundings))
        .addSubcommand(new BackupCommand(options, surroundings))
        .setOut(new PrintWriter(new OutputStreamWriter(surroundings.out(), UTF_8), true))
        .setErr(new PrintWriter(new OutputStreamWriter(surroundings.err(), UTF_8), true))
        .registerConverter(LocalDate.class, BorgerkontaktCommand::day)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .execute(args);
  }

  @Override
  public Integer call() throws InterruptedException {
    return new ServeCommand(options, surroundings).call();
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("give a date like 2026-01-31");
    }
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = BorgerkontaktCommand.class.getPackage().getImplementationVersion();
      return new String[] {"Borgerkontakt " + (version == null ? "(not built as a jar)" : version)};
    }
  }
}
