package dk.borgerkontakt.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.HashSet;
import java.util.Set;

/** {@code x-unik: property}: no two items of the array have the same value of that property. */
final class UniqueByKeyword extends AbstractKeyword {

  UniqueByKeyword() {
    super("x-unik");
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode property, Schema parent, SchemaContext context) {
    return new Validator(this, property, location, parent, context);
  }

  private static final class Validator extends BaseKeywordValidator {

    private final String property;

    Validator(
        Keyword keyword,
        JsonNode property,
        SchemaLocation location,
        Schema parent,
        SchemaContext context) {
      super(keyword, property, location, parent, context);
      this.property = property.textValue();
    }

    @Override
    public void validate(
        ExecutionContext execution, JsonNode array, JsonNode root, NodePath place) {
      Set<JsonNode> seen = new HashSet<>();
      for (int i = 0; i < array.size(); i++) {
        JsonNode value = array.get(i).path(property);
        if (!value.isMissingNode() && !seen.add(value)) {
          execution.addError(
              error()
                  .instanceLocation(place.append(i).append(property))
                  .instanceNode(value)
                  .evaluationPath(execution.getEvaluationPath())
                  .message("occurs twice")
                  .build());
        }
      }
    }
  }
}
