package dk.borgerkontakt.server.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.api.model.Fejlkode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the operations out of the document. */
final class OperationReader {

  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

  private final JsonNode document;
  private final Schemas schemas;

  OperationReader(JsonNode document, Schemas schemas) {
    this.document = document;
    this.schemas = schemas;
  }

  List<Operation> read() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.required("paths").properties()) {
      for (String method : METHODS) {
        if (path.getValue().has(method)) {
          operations.add(operation(path.getKey(), method));
        }
      }
    }
    return operations;
  }

  private Operation operation(String path, String method) {
    JsonPointer at =
        JsonPointer.empty().appendProperty("paths").appendProperty(path).appendProperty(method);
    JsonNode node = document.at(at);
    return new Operation(
        node.required("operationId").textValue(),
        method.toUpperCase(Locale.ROOT),
        path,
        node.required("security").required(0).elements().next().required(0).textValue(),
        AccessMatrix.read(node.required("x-tilladte-organisationer")),
        parameters(at.appendProperty("parameters")),
        body(at.appendProperty("requestBody")));
  }

  private List<Parameter> parameters(JsonPointer at) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < document.at(at).size(); i++) {
      parameters.add(parameter(resolve(at.appendIndex(i))));
    }
    return parameters;
  }

  private Parameter parameter(JsonPointer at) {
    JsonNode node = document.at(at);
    JsonPointer schema = at.appendProperty("schema");
    return new Parameter(
        node.required("name").textValue(),
        Parameter.In.valueOf(node.required("in").textValue().toUpperCase(Locale.ROOT)),
        node.path("required").booleanValue(),
        document.at(resolve(schema)).required("type").textValue().equals("integer"),
        Fejlkode.fromValue(node.path("x-fejlkode").asInt(Fejlkode.FailedToValidateMessage.value())),
        schemas.at(schema));
  }

  private @Nullable MessageSchema body(JsonPointer requestBody) {
    if (document.at(requestBody).isMissingNode()) {
      return null;
    }
    return schemas.at(
        resolve(requestBody)
            .appendProperty("content")
            .appendProperty("application/json")
            .appendProperty("schema"));
  }

  private JsonPointer resolve(JsonPointer at) {
    JsonNode reference = document.at(at).get("$ref");
    return reference == null
        ? at
        : resolve(JsonPointer.compile(reference.textValue().substring(1)));
  }
}
