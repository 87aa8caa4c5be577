package dk.borgerkontakt.server.copies;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.config.source.Endpoint;
import dk.borgerkontakt.server.container.FreePort;
import dk.borgerkontakt.server.testing.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** HAProxy in front of three copies, with the configuration that the documents show. */
final class Balancer implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/sbin/haproxy");
  private static final Path CONFIGURATION = Path.of("docs/balancer/haproxy.cfg");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** A log line of a request: the copy, and the status, -1 where there was no answer. */
  private static final Pattern REQUEST = Pattern.compile("\\S+ \\[.+] (\\S+) \\S+ (-?\\d+) .*");

  private final URI uri = FreePort.baseUri(new Endpoint("127.0.0.1", 0), false);
  private final Path log;
  private final Process process;

  private Balancer(Path log, List<Copy> copies) throws IOException {
    this.log = log;
    ProcessBuilder builder =
        new ProcessBuilder(PROGRAM.toString(), "-db", "-f", CONFIGURATION.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("PUBLIC", uri.getAuthority());
    for (int i = 1; i <= copies.size(); i++) {
      Copy copy = copies.get(i - 1);
      environment.put("COPY_" + i, copy.uri().getAuthority());
      environment.put("COPY_" + i + "_MANAGEMENT", Integer.toString(copy.managementPort()));
    }
    process = builder.start();
  }

  /** Starts it, and returns when it listens; the copies are ready already. */
  static Balancer start(Path log, List<Copy> copies) throws IOException {
    assertThat(PROGRAM).as("HAProxy, of the Debian package haproxy").exists();
    assertThat(copies).as("the configuration's copies").hasSize(3);
    Balancer balancer = new Balancer(log, copies);
    Await.until("the balancer", PATIENCE, () -> Optional.of(true).filter(it -> balancer.listens()));
    return balancer;
  }

  private boolean listens() {
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  URI uri() {
    return uri;
  }

  /** How often it has taken this copy in again. */
  long returns(int copy) {
    String up = "Server copies/copy-" + copy + " is UP";
    return lines().filter(line -> line.startsWith(up)).count();
  }

  void awaitReturns(int copy, long times) {
    Await.until(
        "return " + times + " of copy " + copy,
        PATIENCE,
        () -> Optional.of(returns(copy)).filter(seen -> seen >= times));
  }

  /** The copies of requests that got no answer, or one of a fault. */
  List<String> failedAt() {
    return lines()
        .map(REQUEST::matcher)
        .filter(line -> line.matches() && isFailure(Integer.parseInt(line.group(2))))
        .map(line -> line.group(1))
        .toList();
  }

  private static boolean isFailure(int status) {
    return status < 0 || status >= 500;
  }

  /** How many requests came to a copy by another attempt than the first. */
  long retried() {
    return lines().filter(line -> line.matches(".* retries=\\+?[1-9]\\d*")).count();
  }

  private Stream<String> lines() {
    try {
      return Files.readAllLines(log).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
