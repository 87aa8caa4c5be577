package dk.borgerkontakt.pages.html;

import com.samskivert.mustache.Mustache;
import dk.borgerkontakt.pages.view.Service;
import java.util.regex.Pattern;

/** What a template is given: one page of the site. */
record Page(String name, Edition edition, Service service) {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[.])");

  boolean isHome() {
    return name.equals("index");
  }

  boolean isDocs() {
    return name.equals("docs");
  }

  boolean isSnitflade() {
    return name.equals("snitflade");
  }

  /** Lets long names of several words go over two lines, between the words. */
  Mustache.Lambda breakable() {
    return (fragment, out) ->
        out.write(BETWEEN_WORDS.matcher(fragment.execute()).replaceAll("<wbr>"));
  }

  /** Whether the page has a script: where there is a service to try out. */
  boolean isScripted() {
    return isDocs() && edition.isServed();
  }
}
