package dk.borgerkontakt.server.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dk.borgerkontakt.persistence.audit.AuditRow;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/**
 * Writes audit rows as JSON lines. The organisation is the one that called; it doesn't matter whom
 * it acted for. {@code resultat} is always a string: OK, or the number of the error code.
 */
final class AuditLines implements AutoCloseable {
  private static final int OK = 0;

  private final JsonGenerator json;

  AuditLines(PrintStream out) {
    try {
      json = lines().createGenerator(new BufferedOutputStream(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  void print(AuditRow row) {
    try {
      json.writeStartObject();
      json.writeStringField("tidspunkt", row.tidspunkt().toString());
      json.writeFieldName("organisationstype");
      Integer type = row.caller().organisationstype();
      if (type == null) {
        json.writeNull();
      } else {
        json.writeNumber(type);
      }
      json.writeStringField("organisationskode", row.caller().organisationskode());
      json.writeStringField("operation", row.operation());
      json.writeStringField("resultat", row.resultat() == OK ? "OK" : "" + row.resultat());
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

  private static JsonFactory lines() {
    return new JsonFactory().setRootValueSeparator("");
  }
}
