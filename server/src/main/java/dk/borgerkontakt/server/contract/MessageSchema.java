package dk.borgerkontakt.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
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

  /**
   * The breaches, of which the first couple of hundred are found; where a value's type is wrong,
   * nothing else is said of that value.
   */
  public List<Breach> breaches(JsonNode value) {
    List<Error> errors = errors(value);
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

  private List<Error> errors(JsonNode value) {
    BoundedExecution execution = new BoundedExecution();
    try {
      schema.validate(execution, value);
    } catch (EnoughException enough) {
      // Who breaks a schema in so many places is told of the first.
    }
    return execution.getErrors();
  }

  private Breach breach(Error error) {
    String place = error.getInstanceLocation().toString();
    if (error.getKeyword().equals(REQUIRED)) {
      place = place + "/" + error.getProperty();
    }
    String schemaObject = error.getSchemaLocation().getFragment().getParent().toString();
    return new Breach(place, error.getKeyword(), document.at(schemaObject));
  }

  /** Half a million wrong items in a mebibyte would cost seconds, and memory that others need. */
  private static final class BoundedExecution extends ExecutionContext {

    private static final int MOST_ERRORS = 200;

    @Override
    public void addError(Error error) {
      super.addError(error);
      if (getErrors().size() >= MOST_ERRORS) {
        throw new EnoughException();
      }
    }
  }

  private static final class EnoughException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EnoughException() {
      super("enough", null, false, false);
    }
  }
}
