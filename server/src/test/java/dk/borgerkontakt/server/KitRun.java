package dk.borgerkontakt.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A run of the conformance kit's jar, as anybody runs it.
 *
 * @param rows the report's rows and what came of them: passed, failure or skipped
 */
record KitRun(int exitCode, String output, Map<String, String> rows) {

  private static final long PATIENCE_SECONDS = 300;

  /** Runs it with the report in a folder. */
  static KitRun of(Path report, String... arguments) throws Exception {
    deleteReports(report);
    Path jar = Path.of("../api/conformance/target/borgerkontakt-conformance.jar");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-jar", jar.toAbsolutePath().toString(), "--report", report.toString()));
    command.addAll(List.of(arguments));
    Path output = report.resolve("console.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return new KitRun(process.waitFor(), Files.readString(output, UTF_8), rows(report));
  }

  /** What was written by an earlier run proves nothing. */
  private static void deleteReports(Path report) throws IOException {
    Files.createDirectories(report);
    for (Path file : files(report)) {
      Files.delete(file);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static Map<String, String> rows(Path report) throws Exception {
    Map<String, String> rows = new LinkedHashMap<>();
    for (Path file : files(report)) {
      if (file.getFileName().toString().matches("TEST-.*\\.xml")) {
        NodeList cases =
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
          Element row = (Element) cases.item(i);
          rows.put(row.getAttribute("classname") + " " + row.getAttribute("name"), state(row));
        }
      }
    }
    return rows;
  }

  private static String state(Element row) {
    NodeList children = row.getElementsByTagName("*");
    return children.getLength() == 0 ? "passed" : children.item(0).getNodeName();
  }

  /** The rows that ended like this. */
  List<String> in(String state) {
    return rows.keySet().stream().filter(row -> state.equals(rows.get(row))).toList();
  }
}
