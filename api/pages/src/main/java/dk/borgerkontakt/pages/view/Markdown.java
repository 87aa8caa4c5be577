package dk.borgerkontakt.pages.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** A description of the contract as HTML. HTML in it is shown, not obeyed. */
public final class Markdown {

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .extensions(List.of(TablesExtension.create()))
          .attributeProviderFactory(context -> anchors())
          .build();

  private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

  private final Node document;
  private final List<Section> sections = new ArrayList<>();

  /**
   * Reads a text.
   *
   * @param deeper how many levels its headings go down, to stand under the page's own
   */
  public Markdown(String text, int deeper) {
    document = PARSER.parse(text);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            heading.setLevel(Math.min(6, heading.getLevel() + deeper));
            sections.add(new Section(anchor(heading), title(heading)));
          }
        });
  }

  /** A heading of the text. */
  public record Section(String anchor, String title) {}

  /** The whole text as HTML. */
  public String html() {
    return HTML.render(document);
  }

  /** The text after its first paragraph as HTML. */
  public String htmlAfterLead() {
    return html().strip().replaceFirst("^<p>(?s:.*?)</p>\\s*", "");
  }

  /** The text's headings, each with the anchor that the HTML has for it. */
  public List<Section> sections() {
    return List.copyOf(sections);
  }

  /** The first paragraph, without marks. */
  public String lead() {
    Node first = document.getFirstChild();
    return first == null ? "" : TEXT.render(first).strip();
  }

  /** A text of one paragraph as HTML, without the paragraph around it. */
  static String inline(String text) {
    return new Markdown(text, 0).html().strip().replaceFirst("^<p>(?s:(.*))</p>$", "$1");
  }

  private static AttributeProvider anchors() {
    return (node, tag, attributes) -> {
      if (node instanceof Heading heading) {
        attributes.put("id", anchor(heading));
      }
    };
  }

  private static String title(Heading heading) {
    return TEXT.render(heading).strip();
  }

  private static String anchor(Heading heading) {
    String title = title(heading).toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : Map.of("æ", "ae", "ø", "oe", "å", "aa").entrySet()) {
      title = title.replace(letter.getKey(), letter.getValue());
    }
    return "om-" + title.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
