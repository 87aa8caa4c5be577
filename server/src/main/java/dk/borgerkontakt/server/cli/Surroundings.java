package dk.borgerkontakt.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the commands see and touch of the process that they run in.
 *
 * @param out what was asked for: the ready line, the audit's lines, the summaries
 * @param err everything else: faults, the progress bar
 * @param isTerminal whether a person is looking
 */
public record Surroundings(
    PrintStream out,
    PrintStream err,
    boolean isTerminal,
    Map<String, String> environment,
    Map<String, String> systemProperties,
    Clock clock) {

  /** Those of this process; both streams are UTF-8 whatever the locale says. */
  public static Surroundings ofProcess() {
    return new Surroundings(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
        isPersonLooking(),
        System.getenv(),
        System.getProperties().stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, System::getProperty)),
        Clock.systemUTC());
  }

  /** From version 22 on Java has a console without a terminal too, and a method that tells. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isPersonLooking() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
