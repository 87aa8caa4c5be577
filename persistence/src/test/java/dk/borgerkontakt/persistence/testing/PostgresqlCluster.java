package dk.borgerkontakt.persistence.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the test's own: a cluster in a temporary folder that serves on a free port of the
 * loopback address, whose processes a test may kill, stop and freeze. Its only user is {@code
 * postgres}, without a password.
 */
public final class PostgresqlCluster implements AutoCloseable {

  /** For many: the data need not outlive the machine, only the processes. */
  private static final List<String> UNSAFE =
      List.of("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=400");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path binaries;
  private final Path folder;
  private final int port;
  private final List<String> settings;
  private ProcessHandle process;

  private PostgresqlCluster(Path binaries, Path folder, int port, List<String> settings) {
    this.binaries = binaries;
    this.folder = folder;
    this.port = port;
    this.settings = settings;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** An empty cluster that is quick, for tests that don't break it. */
  public static PostgresqlCluster quick(PostgresqlRelease release) {
    return start(release, UNSAFE);
  }

  /** An empty cluster with these settings of postgresql.conf, each {@code name=value}. */
  public static PostgresqlCluster start(PostgresqlRelease release, List<String> settings) {
    PostgresqlCluster cluster =
        new PostgresqlCluster(release.binaries(), newFolder(), TestPort.free(), settings);
    cluster.run(
        "initdb",
        "-D",
        cluster.data(),
        "-U",
        "postgres",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C",
        "--no-sync");
    cluster.writeAddress();
    cluster.startAgain();
    return cluster;
  }

  /** For somebody else who starts it. */
  private void writeAddress() {
    try {
      Files.writeString(
          folder.resolve("data/postgresql.conf"),
          "port = %d%nlisten_addresses = '127.0.0.1'%nunix_socket_directories = ''%n"
              .formatted(port),
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A hot standby that replicates from this cluster, with no settings of its own; this cluster must
   * not have begun to serve anybody, for it is stopped and started.
   */
  public PostgresqlCluster standby() {
    stop();
    PostgresqlCluster standby =
        new PostgresqlCluster(binaries, newFolder(), TestPort.free(), List.of());
    copy(folder.resolve("data"), standby.folder.resolve("data"));
    try {
      Files.createFile(standby.folder.resolve("data/standby.signal"));
      Files.writeString(
          standby.folder.resolve("data/postgresql.auto.conf"),
          "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres'%n".formatted(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    launch();
    standby.startAgain();
    awaitConnection();
    return standby;
  }

  /** Starts its processes, and waits until it lets somebody in. */
  public void startAgain() {
    launch();
    awaitConnection();
  }

  private void launch() {
    List<String> command = command("postgres", "-D", data(), "-p", Integer.toString(port));
    command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
    settings.forEach(setting -> command.addAll(List.of("-c", setting)));
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
              .start()
              .toHandle();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes on with the processes that somebody else has started on its data folder. */
  public void takeOver() {
    try (Stream<String> lines = Files.lines(folder.resolve("data/postmaster.pid"))) {
      long pid = Long.parseLong(lines.findFirst().orElseThrow());
      process = ProcessHandle.of(pid).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitConnection() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        connect("postgres").close();
        return;
      } catch (SQLException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new AssertionError("PostgreSQL does not start: " + read(log()), e);
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  /** A connection beside the service. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database));
  }

  /** The JDBC URL of a database, with the user in it. */
  public String url(String database) {
    return "jdbc:postgresql://" + address() + "/" + database + "?user=postgres";
  }

  /** Host and port, as a URL of several hosts lists them. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** What PostgreSQL's own tools find themselves and this cluster by. */
  public Map<String, String> environment() {
    return Map.of(
        "PATH",
        binaries + File.pathSeparator + System.getenv("PATH"),
        "PGDATA",
        data(),
        "PGHOST",
        "127.0.0.1",
        "PGPORT",
        Integer.toString(port),
        "PGUSER",
        "postgres");
  }

  /** Creates an empty database. */
  public void create(String database) {
    execute("create database " + database);
  }

  /** Drops a database, whoever is connected to it. */
  public void drop(String database) {
    execute("drop database " + database + " with (force)");
  }

  private void execute(String sql) {
    try (Connection connection = connect("postgres")) {
      connection.createStatement().execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes a standby the primary, and returns when it is. */
  public void promote() {
    run("pg_ctl", "promote", "-w", "-D", data());
  }

  /** Kills all of its processes with -9. */
  public void kill() {
    if (process != null) {
      List<ProcessHandle> processes = processes();
      processes.forEach(ProcessHandle::destroyForcibly);
      processes.forEach(handle -> handle.onExit().join());
    }
  }

  /** Stops it in order: transactions are rolled back, connections closed (SIGINT). */
  public void stop() {
    signal("INT", List.of(process));
    process.onExit().join();
  }

  /** Freezes all of its processes: who connects or asks gets no answer. */
  public void freeze() {
    signal("STOP", processes());
  }

  /** Lets the frozen processes go on. */
  public void thaw() {
    signal("CONT", processes());
  }

  private List<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process), process.descendants()).toList();
  }

  private static void signal(String signal, List<ProcessHandle> processes) {
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
    processes.forEach(handle -> command.add(Long.toString(handle.pid())));
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(String program, String... arguments) {
    try {
      Process run =
          new ProcessBuilder(command(program, arguments))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
              .start();
      if (!run.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || run.exitValue() != 0) {
        throw new AssertionError(program + " failed: " + read(log()));
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What a command that starts PostgreSQL begins with: PostgreSQL refuses root, which is nobody in
   * a user namespace of its own.
   */
  public static List<String> asItsUser() {
    return System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of();
  }

  private List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>(asItsUser());
    command.add(binaries.resolve(program).toString());
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("postgresql");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With the permissions, which PostgreSQL insists on. */
  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private Path log() {
    return folder.resolve("log");
  }

  /** Also done when the JVM ends. */
  @Override
  public void close() {
    kill();
    if (Files.exists(folder)) {
      PostgresqlRelease.delete(folder);
    }
  }
}
