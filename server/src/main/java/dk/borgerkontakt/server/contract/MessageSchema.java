package dk.borgerkontakt.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A schema of the contract, ready to judge values. */
public final class MessageSchema {

  private static final String TYPE = "type";
  private static final String REQUIRED = "required";

  private final Schema schema;
  private final JsonNode document;

  MessageSchema(Schema schema, JsonNode document) {
    this.schema = schema;
    this.document = document;
  }

  /** Whether the value is as the schema says. */
  public boolean admits(JsonNode value) {
    return schema.validate(value).isEmpty();
  }

  /** Every breach; where a value's type is wrong, nothing else is said of that value. */
  public List<Breach> breaches(JsonNode value) {
    List<Error> errors = schema.validate(value);
    Set<String> wrongType =
        errors.stream()
            .filter(error -> error.getKeyword().equals(TYPE))
            .map(error -> error.getInstanceLocation().toString())
            .collect(Collectors.toSet());
    return errors.stream()
        .filter(
            error ->
                error.getKeyword().equals(TYPE)
                    || !wrongType.contains(error.getInstanceLocation().toString()))
        .map(this::breach)
        .toList();
  }

  private Breach breach(Error error) {
    String place = error.getInstanceLocation().toString();
    if (error.getKeyword().equals(REQUIRED)) {
      place = place + "/" + error.getProperty();
    }
    String schemaObject = error.getSchemaLocation().getFragment().getParent().toString();
    return new Breach(place, error.getKeyword(), document.at(schemaObject));
  }
}
