package dk.borgerkontakt.server;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerkontakt.server.config.Keys;
import dk.borgerkontakt.server.config.ServiceSetting;
import dk.borgerkontakt.server.config.source.Setting;
import dk.borgerkontakt.server.contract.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents say what is: their tables are the service's own, their links lead somewhere. */
class DocumentationTest {
  private static final Path ROOT = root();
  private static final Path README = ROOT.resolve("README.md");
  private static final Path DOCS = ROOT.resolve("server/docs");
  private static final Path SANDBOX =
      ROOT.resolve("server/src/main/resources/dk/borgerkontakt/server/sandbox");

  /** {@code [text](target)}, and {@code [name]: target} at the end of a document. */
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?m)^\\[.+?]: (\\S+)$");

  private static final List<String> KEYS = List.of("key", "default", "what it sets");

  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");

  @Test
  void readmeListsEverySettingWithItsDefaultAndMeaning() {
    assertThat(table(README, KEYS)).isEqualTo(rows(List.of(ServiceSetting.values())));
  }

  @Test
  void messagesPageListsEverySettingOfMessages() {
    assertThat(table(DOCS.resolve("messages.md"), KEYS)).isEqualTo(rows(Keys.ofMessages()));
  }

  @Test
  void operationsPageListsEverySettingOfTheSurroundings() {
    assertThat(table(DOCS.resolve("operations.md"), KEYS)).isEqualTo(rows(Keys.ofSurroundings()));
  }

  private static List<List<String>> rows(List<Setting> settings) {
    return settings.stream()
        .map(it -> List.of(it.key(), it.defaultValue(), it.description()))
        .toList();
  }

  @Test
  void readmeUsesCitizensAndClientsOfTheSandboxAlone() {
    String readme = text(README);

    assertThat(found("\\b([0-9]{10})\\b", readme)).isNotEmpty().isSubsetOf(column("borgere.csv"));
    assertThat(found("-u (\\S+):sandbox", readme)).isNotEmpty().isSubsetOf(column("klienter.csv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"klienter.csv", "organisationer.csv", "delegeringer.csv", "borgere.csv"})
  void sandboxPageHasTheTableThatTheSandboxReads(String file) {
    List<List<String>> rows = csv(file);

    assertThat(table(DOCS.resolve("sandbox.md"), rows.get(0)))
        .isEqualTo(rows.subList(1, rows.size()));
  }

  @Test
  void glossaryNamesEverySchemaOfTheContract() {
    List<String> named = found("`(\\w+)`", text(DOCS.resolve("glossary.md")));

    assertThat(Contract.bundledDocument().at("/components/schemas").fieldNames())
        .toIterable()
        .isNotEmpty()
        .isSubsetOf(named);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadToFiles(Path document) {
    Path folder = ROOT.resolve(document).getParent();
    String withoutCode = FENCED.matcher(text(ROOT.resolve(document))).replaceAll("");

    assertThat(LINK.matcher(withoutCode).results().map(DocumentationTest::target))
        .filteredOn(target -> !target.matches("[a-z]+:.*"))
        .allSatisfy(target -> assertThat(folder.resolve(target.split("#", 2)[0])).exists());
  }

  private static String target(MatchResult link) {
    return link.group(1) == null ? link.group(2) : link.group(1);
  }

  static List<Path> documents() throws IOException {
    Predicate<Path> isOurs =
        path ->
            Stream.of("target", ".git", "data", "node_modules")
                .noneMatch(name -> hasPart(path, name));
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .map(ROOT::relativize)
          .filter(path -> path.toString().endsWith(".md"))
          .filter(isOurs)
          .toList();
    }
  }

  private static boolean hasPart(Path path, String name) {
    return Stream.iterate(path, part -> part != null, Path::getParent)
        .anyMatch(p -> p.endsWith(name));
  }

  /** The rows below the header of the document's table with these columns. */
  private static List<List<String>> table(Path document, List<String> header) {
    List<List<String>> lines =
        text(document).lines().map(line -> line.startsWith("|") ? cells(line) : null).toList();
    assertThat(lines).contains(header);
    return lines.stream().skip(lines.indexOf(header) + 2).takeWhile(row -> row != null).toList();
  }

  private static List<String> cells(String line) {
    String inner = line.substring(1, line.lastIndexOf('|'));
    return Arrays.stream(inner.split("\\|", -1))
        .map(cell -> cell.strip().replaceAll("^`(.*)`$", "$1"))
        .toList();
  }

  private static List<List<String>> csv(String file) {
    return text(SANDBOX.resolve(file))
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> Arrays.stream(line.split(",", -1)).map(String::strip).toList())
        .toList();
  }

  private static List<String> column(String file) {
    return csv(file).stream().map(row -> row.get(0)).toList();
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder with the contract, at or above the working folder. */
  private static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("openapi.yaml")))
        .findFirst()
        .orElseThrow();
  }
}
