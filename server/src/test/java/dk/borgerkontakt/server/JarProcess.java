package dk.borgerkontakt.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The built jar, run as a process of its own with a folder of its own. */
public final class JarProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 180;

  private final Process process;
  private final BufferedReader out;
  private final Path err;

  private JarProcess(Process process, Path err) {
    this.process = process;
    this.out = process.inputReader(UTF_8);
    this.err = err;
  }

  /** Starts the jar on the data folder; ports are free ones unless the arguments say otherwise. */
  static JarProcess start(Path dataDir, List<String> javaOptions, String... args)
      throws IOException {
    return start(dataDir, javaOptions, List.of("-jar", jar().toString()), args);
  }

  /** Starts the jar with classes or files that stand before its own. */
  static JarProcess startWith(Path changed, Path dataDir) throws IOException {
    String classPath = changed + File.pathSeparator + jar();
    return start(dataDir, List.of(), List.of("-cp", classPath, Main.class.getName()), "serve");
  }

  /** Starts another jar than the build's, with more in its environment. */
  public static JarProcess start(
      Path jar, Path dataDir, Map<String, String> environment, String... args) throws IOException {
    return start(dataDir, List.of(), List.of("-jar", jar.toString()), environment, args);
  }

  /** The jar that the build has made. */
  public static Path jar() {
    return Path.of(System.getProperty("borgerkontakt.jar", "target/borgerkontakt.jar"))
        .toAbsolutePath();
  }

  private static JarProcess start(
      Path dataDir, List<String> javaOptions, List<String> program, String... args)
      throws IOException {
    return start(dataDir, javaOptions, program, Map.of(), args);
  }

  private static JarProcess start(
      Path dataDir,
      List<String> javaOptions,
      List<String> program,
      Map<String, String> environment,
      String... args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.add("-Dborgerkontakt.data-dir=" + dataDir);
    command.add("-Dborgerkontakt.http.port=0");
    command.add("-Dborgerkontakt.management.port=0");
    command.addAll(program);
    command.addAll(List.of(args));
    Path err = Files.createTempFile(dataDir.toAbsolutePath().getParent(), "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().putAll(environment);
    return new JarProcess(builder.start(), err);
  }

  static JarProcess start(Path dataDir, String... args) throws IOException {
    return start(dataDir, List.of(), args);
  }

  /** The next line on stdout. */
  String line() throws Exception {
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                return String.valueOf(out.readLine());
              } catch (IOException e) {
                return e.toString();
              }
            })
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Where the service is, from its ready line. */
  public String address() throws Exception {
    String line = line();
    if (!line.startsWith("Borgerkontakt ready on ")) {
      throw new AssertionError(line + "\n" + String.join("\n", err()));
    }
    return line.split(" ")[3];
  }

  /** Sends SIGTERM. {@link Process#destroy} would also close the streams that are read here. */
  public void terminate() {
    process.toHandle().destroy();
  }

  /** Sends SIGKILL. */
  public void kill() {
    process.toHandle().destroyForcibly();
  }

  public int exitCode() throws Exception {
    return process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS).exitValue();
  }

  /** What is left on stdout; call it after the end. */
  public List<String> rest() {
    return out.lines().toList();
  }

  public List<String> err() throws IOException {
    return Files.readAllLines(err);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
