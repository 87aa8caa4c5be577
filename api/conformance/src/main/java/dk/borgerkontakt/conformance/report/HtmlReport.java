package dk.borgerkontakt.conformance.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The outcomes for people: one file that needs nothing else. */
public final class HtmlReport {

  private static final String TEMPLATE = "/dk/borgerkontakt/conformance/report.mustache";

  private HtmlReport() {}

  /** Writes the page. */
  public static void write(Outcomes outcomes, Path file) throws IOException {
    try (Reader reader =
            new InputStreamReader(
                Objects.requireNonNull(HtmlReport.class.getResourceAsStream(TEMPLATE)),
                StandardCharsets.UTF_8);
        Writer writer = Files.newBufferedWriter(file)) {
      Template template = Mustache.compiler().escapeHTML(true).defaultValue("").compile(reader);
      template.execute(Page.of(outcomes), writer);
    }
  }
}
