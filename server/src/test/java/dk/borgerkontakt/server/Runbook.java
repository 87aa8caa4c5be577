package dk.borgerkontakt.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands of a chapter of the runbook, run as they stand there. */
final class Runbook {

  private static final Path OPERATIONS = Path.of("docs/operations.md");

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

  private final String commands;

  private Runbook(String commands) {
    this.commands = commands;
  }

  /** The commands below this heading, up to the next one. */
  static Runbook operations(String heading) throws IOException {
    String[] chapters = Files.readString(OPERATIONS).split("(?m)^##+ ");
    for (String chapter : chapters) {
      if (chapter.startsWith(heading + "\n")) {
        return new Runbook(
            BLOCK
                .matcher(chapter)
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining()));
      }
    }
    throw new AssertionError("no chapter " + heading);
  }

  /** Runs them, with these variables set; fails as soon as one fails. */
  void run(Map<String, String> variables) throws IOException, InterruptedException {
    run(List.of(), variables);
  }

  /** The same by a shell that is started by a command. */
  void run(List<String> starter, Map<String, String> variables)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(starter);
    command.addAll(List.of("bash", "-eu", "-c", commands));
    ProcessBuilder shell = new ProcessBuilder(command);
    shell.environment().putAll(variables);
    Process process = shell.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new AssertionError(commands + "\nsaid\n" + said);
    }
  }
}
