package dk.borgerkontakt.conformance;

import picocli.CommandLine;

/** Starts the kit. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ConformanceCommand()).execute(arguments));
  }
}
