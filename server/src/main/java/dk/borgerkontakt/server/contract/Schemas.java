package dk.borgerkontakt.server.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.Map;

/** Compiles the document's schemas where they stand, references included. */
final class Schemas {

  private static final String BASE = "urn:borgerkontakt:kontrakt";

  /**
   * Keywords that the dialect doesn't know are annotations, but for the one that is a rule of ours.
   */
  private static final Dialect DIALECT =
      Dialect.builder(Dialects.getOpenApi30())
          .keyword(new UniqueByKeyword())
          .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
          .build();

  private final JsonNode document;
  private final SchemaRegistry registry;

  Schemas(JsonNode document) {
    this.document = document;
    this.registry =
        SchemaRegistry.withDialect(
            DIALECT, builder -> builder.schemas(Map.of(BASE, document.toString())));
  }

  MessageSchema at(JsonPointer place) {
    return new MessageSchema(registry.getSchema(SchemaLocation.of(BASE + "#" + place)), document);
  }
}
