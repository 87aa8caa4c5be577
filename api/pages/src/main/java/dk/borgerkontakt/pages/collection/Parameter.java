package dk.borgerkontakt.pages.collection;

import dk.borgerkontakt.contract.Place;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A parameter of a path and the contract's example of it, percent-encoded. */
record Parameter(String name, String value) {

  static Parameter of(Place parameter) {
    return new Parameter(parameter.text("name"), encoded(parameter.text("example")));
  }

  /** As RFC 3986 has it: a form's plus is a space, a path's is a plus. */
  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
