package dk.borgerkontakt.pages.collection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** The body of a request, an example of the contract. */
record Body(JsonNode example) {

  /** The one value that no example can know: the citizen has it. */
  private static final String CODE = "verifikationskode";

  private static final ObjectWriter WRITER =
      new JsonMapper()
          .writer(
              new DefaultPrettyPrinter(
                      Separators.createDefaultInstance()
                          .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  /** The code in the example; empty when there is none. */
  String code() {
    return example.path(CODE).asText();
  }

  /** Pretty printed, as the contract has it. */
  String json() {
    return print(example);
  }

  /** The same as a block, with a variable for the citizen's code. */
  String block() {
    return Text.prefixed(
        "  ",
        code().isEmpty()
            ? json()
            : print(((ObjectNode) example.deepCopy()).put(CODE, "{{" + CODE + "}}")));
  }

  private static String print(JsonNode node) {
    try {
      return WRITER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
