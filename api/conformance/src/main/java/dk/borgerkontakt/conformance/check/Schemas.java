package dk.borgerkontakt.conformance.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import dk.borgerkontakt.contract.Contract;
import java.util.List;
import java.util.Map;

/**
 * The contract's schemas, applied where they stand. Properties that they don't know are admitted.
 */
final class Schemas {

  private static final String BASE = "urn:borgerkontakt:kontrakt";
  private static final Dialect DIALECT =
      Dialect.builder(Dialects.getOpenApi30())
          .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
          .build();

  private final SchemaRegistry registry;

  Schemas(Contract contract) {
    registry =
        SchemaRegistry.withDialect(
            DIALECT, builder -> builder.schemas(Map.of(BASE, contract.root().toString())));
  }

  /** Where and how a value breaks a schema; the value itself is not told. */
  List<String> breaches(JsonPointer schema, JsonNode value) {
    return registry.getSchema(SchemaLocation.of(BASE + "#" + schema)).validate(value).stream()
        .map(error -> error.getInstanceLocation() + " breaks \"" + error.getKeyword() + "\"")
        .distinct()
        .toList();
  }
}
