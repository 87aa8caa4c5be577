package dk.borgerkontakt.pages.html;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The templates of the pages. What they are given is escaped, unless it comes from Markdown. */
final class Templates {

  private final Mustache.Compiler compiler =
      Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).withLoader(Templates::open);

  /** The page that a template makes of a view; a name that the view doesn't know is a fault. */
  String render(String name, Object view) {
    try (Reader template = open(name)) {
      return compiler.compile(template).execute(view);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reader open(String name) {
    String file = "/dk/borgerkontakt/pages/templates/" + name + ".mustache";
    return new InputStreamReader(
        Objects.requireNonNull(Templates.class.getResourceAsStream(file), file),
        StandardCharsets.UTF_8);
  }
}
