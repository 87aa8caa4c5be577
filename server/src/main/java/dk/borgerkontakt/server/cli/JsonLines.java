package dk.borgerkontakt.server.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** Writes JSON objects, one a line. Ends without closing what it writes to. */
final class JsonLines implements AutoCloseable {

  /** Writes the members of one object. */
  interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  private final JsonGenerator json;

  JsonLines(PrintStream out) {
    try {
      json =
          new JsonFactory()
              .setRootValueSeparator("")
              .createGenerator(new BufferedOutputStream(out))
              .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void print(Members members) {
    try {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
