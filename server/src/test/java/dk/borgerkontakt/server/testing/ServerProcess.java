package dk.borgerkontakt.server.testing;

import dk.borgerkontakt.server.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a process of its own, as an operator starts it, with all that it prints kept. */
public final class ServerProcess implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("ready on (https?://\\S+)");

  private final Path dataDir;
  private final Path output;
  private final Process process;
  private final Tokens tokens;
  private final CheckedHttpClient http = new CheckedHttpClient(ContractCheck.bundled());
  private final URI baseUri;

  /**
   * Starts it on a free port and waits until it says that it is ready.
   *
   * @param folder for its data and output
   * @param settings each {@code key=value}
   */
  public ServerProcess(Path folder, String... settings) {
    dataDir = folder.resolve("data");
    output = folder.resolve("output.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.add("serve");
    command.add("-Dborgerkontakt.http.port=0");
    command.add("-Dborgerkontakt.management.port=0");
    command.add("-Dborgerkontakt.data-dir=" + dataDir);
    for (String setting : settings) {
      command.add("-D" + setting);
    }
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    baseUri = Await.until("the ready line", this::readyAddress);
    tokens = new Tokens(baseUri, Clock.systemUTC());
  }

  private Optional<URI> readyAddress() {
    if (!process.isAlive()) {
      throw new AssertionError("the service ended: " + output());
    }
    Matcher ready = READY.matcher(output());
    return ready.find() ? Optional.of(URI.create(ready.group(1))) : Optional.empty();
  }

  public Caller as(String clientId) {
    return new Caller(baseUri, http, () -> tokens.token(clientId));
  }

  public String token(String clientId) {
    return tokens.token(clientId);
  }

  public Outbox outbox() {
    return new Outbox(dataDir.resolve("outbox"));
  }

  public Path dataDir() {
    return dataDir;
  }

  /** Everything that was printed so far, on either stream. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks it to stop, and waits until it has. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
