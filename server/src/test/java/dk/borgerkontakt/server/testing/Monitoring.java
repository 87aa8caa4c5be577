package dk.borgerkontakt.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The dashboard and the alert rules that are kept with the documentation. */
public final class Monitoring {

  public static final Path FOLDER = Path.of("docs/monitoring").toAbsolutePath();

  private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");
  private static final Pattern RUNBOOK = Pattern.compile("(?m)^ +runbook: (\\S+)$");

  /** {@code expr: ...} on its line, or {@code expr: |} and the deeper lines that follow. */
  private static final Pattern EXPRESSION =
      Pattern.compile("(?m)^ {8}expr: (?:\\|\\n((?: {10}.*\\n)+)|(.*)\\n)");

  /**
   * A metric, with the labels that are asked of it; every one here is asked for at least its job.
   */
  private static final Pattern SELECTOR = Pattern.compile("([a-z_0-9]+)\\{([^}]*)}");

  private static final Pattern LABEL = Pattern.compile("([a-z_]+) *(?:=~|!=|=)");

  private Monitoring() {}

  public static List<String> alerts() {
    return found(ALERT);
  }

  public static List<String> runbooks() {
    return found(RUNBOOK);
  }

  private static List<String> found(Pattern pattern) {
    return pattern.matcher(rules()).results().map(it -> it.group(1)).toList();
  }

  /** The expressions of the alerts. */
  public static List<String> alertExpressions() {
    return EXPRESSION
        .matcher(rules())
        .results()
        .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
        .toList();
  }

  /** The expressions of the dashboard. */
  public static List<String> dashboardExpressions() {
    try {
      JsonNode dashboard = new JsonMapper().readTree(FOLDER.resolve("dashboard.json").toFile());
      return dashboard.findValuesAsText("expr");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The metrics that any expression names. */
  public static Set<String> metrics() {
    Set<String> names = new TreeSet<>();
    selectors().forEach(selector -> names.add(selector.group(1)));
    return names;
  }

  /** For each metric of an alert, what asks for it with the same labels, whatever their values. */
  public static Set<String> alertSelectors() {
    Set<String> queries = new TreeSet<>();
    alertExpressions().stream()
        .flatMap(expression -> SELECTOR.matcher(expression).results())
        .forEach(
            selector -> queries.add(selector.group(1) + "{" + anyValues(selector.group(2)) + "}"));
    return queries;
  }

  private static String anyValues(String labels) {
    return String.join(
        ",", LABEL.matcher(labels).results().map(label -> label.group(1) + "!=\"\"").toList());
  }

  private static Stream<MatchResult> selectors() {
    return Stream.concat(alertExpressions().stream(), dashboardExpressions().stream())
        .flatMap(expression -> SELECTOR.matcher(expression).results());
  }

  private static String rules() {
    try {
      return Files.readString(FOLDER.resolve("alerts.yml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
