package dk.borgerkontakt.conformance.report;

import dk.borgerkontakt.conformance.report.Outcome.State;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The outcomes as build servers read them: a suite for each operation, a case for each row. */
public final class JunitReport {

  private JunitReport() {}

  /** Writes {@code TEST-<operation>.xml} for each operation. */
  public static void write(Outcomes outcomes, Path folder) throws IOException {
    for (Map.Entry<String, List<Outcome>> group : outcomes.groups().entrySet()) {
      Path file = folder.resolve("TEST-" + group.getKey() + ".xml");
      try (Writer writer = Files.newBufferedWriter(file)) {
        suite(
            XMLOutputFactory.newFactory().createXMLStreamWriter(writer),
            group.getKey(),
            group.getValue());
      } catch (XMLStreamException e) {
        throw new IOException(e);
      }
    }
  }

  private static void suite(XMLStreamWriter xml, String name, List<Outcome> outcomes)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", name);
    xml.writeAttribute("tests", Integer.toString(outcomes.size()));
    xml.writeAttribute("failures", Long.toString(count(outcomes, State.FAILED)));
    xml.writeAttribute("skipped", Long.toString(count(outcomes, State.SKIPPED)));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("time", seconds(outcomes.stream().mapToLong(Outcome::millis).sum()));
    for (Outcome outcome : outcomes) {
      testCase(xml, outcome);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private static void testCase(XMLStreamWriter xml, Outcome outcome) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", outcome.row().group());
    xml.writeAttribute("name", outcome.row().name());
    xml.writeAttribute("time", seconds(outcome.millis()));
    if (!outcome.is(State.PASSED)) {
      xml.writeEmptyElement(outcome.is(State.FAILED) ? "failure" : "skipped");
      xml.writeAttribute("message", outcome.reason());
    }
    xml.writeEndElement();
  }

  private static long count(List<Outcome> outcomes, State state) {
    return outcomes.stream().filter(outcome -> outcome.is(state)).count();
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
  }
}
