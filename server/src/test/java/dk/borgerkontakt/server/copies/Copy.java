package dk.borgerkontakt.server.copies;

import dk.borgerkontakt.server.JarProcess;
import dk.borgerkontakt.server.config.source.Endpoint;
import dk.borgerkontakt.server.container.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of the service with ports of its own, which it keeps through restarts and upgrades. */
final class Copy implements AutoCloseable {

  private static final Endpoint FREE = new Endpoint("127.0.0.1", 0);

  private final URI uri = FreePort.baseUri(FREE, false);
  private final URI management = FreePort.baseUri(FREE, false);
  private final Path dataDir;
  private final List<String> settings;
  private JarProcess process;

  /**
   * @param dataDir in a folder that is there
   * @param settings arguments of every start
   */
  Copy(Path dataDir, List<String> settings) {
    this.dataDir = dataDir;
    this.settings = settings;
  }

  /** Begins a start, of this build's jar or of an earlier one. */
  void begin(Path jar) throws IOException {
    String[] arguments =
        Stream.concat(
                Stream.of(
                    "serve",
                    "-Dborgerkontakt.http.port=" + uri.getPort(),
                    "-Dborgerkontakt.management.port=" + management.getPort()),
                settings.stream())
            .toArray(String[]::new);
    // In the environment, where a version that does not know it only warns of it.
    Map<String, String> environment = Map.of("BORGERKONTAKT_HTTP_SHUTDOWN_DELAY", "PT10S");
    process = JarProcess.start(jar, dataDir, environment, arguments);
  }

  void awaitReady() throws Exception {
    process.address();
  }

  void start(Path jar) throws Exception {
    begin(jar);
    awaitReady();
  }

  /** Has the jar carry out another command on the same database. */
  List<String> run(Path jar, String... command) throws Exception {
    String[] arguments =
        Stream.concat(Stream.of(command), settings.stream()).toArray(String[]::new);
    try (JarProcess run = JarProcess.start(jar, dataDir, Map.of(), arguments)) {
      if (run.exitCode() != 0) {
        throw new AssertionError(String.join("\n", run.err()));
      }
      return run.rest();
    }
  }

  /** Sends SIGTERM; returns the exit code. */
  int stop() throws Exception {
    process.terminate();
    return process.exitCode();
  }

  /** Sends SIGKILL, and returns when the process is gone. */
  void kill() throws Exception {
    process.kill();
    process.exitCode();
  }

  URI uri() {
    return uri;
  }

  int managementPort() {
    return management.getPort();
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
  }
}
