package dk.borgerkontakt.pages.view;

import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Place;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A call as a command line, with the contract's examples. */
final class Curl {

  private static final String NEXT = " \\\n  ";

  private Curl() {}

  /** With the required parameters and the first example of a message. */
  static String of(Operation operation, String server) {
    String path = operation.path();
    StringBuilder headers = new StringBuilder();
    for (Place parameter : operation.parameters()) {
      String example = parameter.node().path("example").asText();
      if (parameter.text("in").equals("path")) {
        path = path.replace("{" + parameter.text("name") + "}", encoded(example));
      } else if (parameter.node().path("required").asBoolean()) {
        headers.append(NEXT).append("-H ").append(quoted(parameter.text("name") + ": " + example));
      }
    }
    return "curl -i -X "
        + operation.method().toUpperCase(Locale.ROOT)
        + " "
        + quoted(server + path)
        + NEXT
        + "-H \"Authorization: Bearer $TOKEN\""
        + headers
        + body(operation);
  }

  private static String body(Operation operation) {
    Place content = operation.place().child("requestBody").child("content");
    return content.child("application/json").child("examples").children().stream()
        .findFirst()
        .map(
            example ->
                NEXT
                    + "-H 'Content-Type: application/json'"
                    + NEXT
                    + "-d "
                    + quoted(Json.compact(example.child("value").node())))
        .orElse("");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
