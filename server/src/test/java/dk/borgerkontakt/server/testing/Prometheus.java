package dk.borgerkontakt.server.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Prometheus of Debian's, on a port and a folder of the test's own. */
public final class Prometheus implements AutoCloseable {

  private static final String PACKAGE = "needs the package prometheus: apt-get install prometheus";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final String api;

  /**
   * Starts it with the alert rules of the documentation.
   *
   * @param target host and port of what it scrapes every second
   */
  public Prometheus(Path folder, int port, String target) throws IOException {
    Path configuration = folder.resolve("prometheus.yml");
    Files.writeString(
        configuration,
        """
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        rule_files: ['%s']
        scrape_configs:
          - job_name: borgerkontakt
            static_configs: [{targets: ['%s']}]
        """
            .formatted(Monitoring.FOLDER.resolve("alerts.yml"), target));
    String address = "127.0.0.1:" + port;
    api = "http://" + address + "/api/v1/";
    process =
        started(
            folder.resolve("prometheus.log"),
            "prometheus",
            "--config.file=" + configuration,
            "--storage.tsdb.path=" + folder.resolve("tsdb"),
            "--web.listen-address=" + address);
  }

  /** Runs promtool beside the rules; what it printed, or an AssertionError with that. */
  public static String promtool(Path folder, String... arguments) throws Exception {
    Path output = Files.createTempFile(folder, "promtool", ".txt");
    String[] command =
        Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toArray(String[]::new);
    Process process = started(output, command);
    boolean isDone = process.waitFor(60, TimeUnit.SECONDS);
    String printed = Files.readString(output);
    if (!isDone || process.exitValue() != 0) {
      throw new AssertionError(printed);
    }
    return printed;
  }

  private static Process started(Path output, String... command) {
    try {
      return new ProcessBuilder(command)
          .directory(Monitoring.FOLDER.toFile())
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
    } catch (IOException e) {
      throw new AssertionError(PACKAGE, e);
    }
  }

  /** The values of an expression; none as long as Prometheus is not up. */
  public List<String> values(String expression) {
    return get("query?query=" + URLEncoder.encode(expression, UTF_8))
        .map(answer -> answer.at("/data/result").findValues("value"))
        .orElse(List.of())
        .stream()
        .map(value -> value.get(1).textValue())
        .toList();
  }

  /** The alerts that are pending or firing. */
  public List<String> alerts() {
    return get("alerts")
        .map(answer -> answer.at("/data/alerts").findValuesAsText("alertname"))
        .orElse(List.of());
  }

  /** The alerts that are firing. */
  public List<String> firing() {
    return values("ALERTS{alertstate=\"firing\"}");
  }

  private Optional<JsonNode> get(String query) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(api + query)).build();
      String answer = http.send(request, BodyHandlers.ofString()).body();
      return answer.startsWith("{")
          ? Optional.of(new JsonMapper().readTree(answer))
          : Optional.empty();
    } catch (ConnectException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
