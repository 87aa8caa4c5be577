package dk.borgerkontakt.conformance.bench;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dk.borgerkontakt.conformance.data.TestData;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Place;
import org.jspecify.annotations.Nullable;

/** Bodies of requests, made along the contract's schemas. */
public final class Bodies {

  public static final String KONTAKTDATA = "kontaktdata";
  public static final String TYPE = "kontaktdataType";
  public static final String STATUS = "kontaktdatastatus";
  public static final String CODE = "verifikationskode";
  public static final String LIST = "/kontaktinformationer/kontaktinformation";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Bodies() {}

  /** A body that breaks no rule of form, about one type of contact data. */
  public static ObjectNode valid(Operation operation, TestData data, int type) {
    return object(operation, operation.requestSchema(), data, type);
  }

  private static ObjectNode object(Operation operation, Place schema, TestData data, int type) {
    ObjectNode body = JSON.objectNode();
    for (Place property : operation.contract().resolve(schema).child("properties").children()) {
      body.set(property.name(), value(operation, property, data, type));
    }
    return body;
  }

  private static JsonNode value(Operation operation, Place property, TestData data, int type) {
    return switch (property.name()) {
      case KONTAKTDATA -> TextNode.valueOf(Addresses.fresh(data, type));
      case TYPE -> IntNode.valueOf(type);
      case STATUS -> IntNode.valueOf(1);
      case CODE -> TextNode.valueOf("000000");
      default -> structure(operation, operation.contract().resolve(property), data, type);
    };
  }

  private static JsonNode structure(Operation operation, Place schema, TestData data, int type) {
    if (schema.node().has("items")) {
      return JSON.arrayNode().add(object(operation, schema.child("items"), data, type));
    }
    return schema.node().has("properties")
        ? object(operation, schema, data, type)
        : schema.node().path("example");
  }

  /** A body of createKontaktinformation about these types, in this order. */
  public static ObjectNode create(ObjectNode... items) {
    ObjectNode body = JSON.objectNode();
    ArrayNode list = body.putObject("kontaktinformationer").putArray("kontaktinformation");
    for (ObjectNode item : items) {
      list.add(item);
    }
    return body;
  }

  /** An item of it; null deletes. */
  public static ObjectNode item(int type, @Nullable String kontaktdata) {
    return JSON.objectNode().put(KONTAKTDATA, kontaktdata).put(TYPE, type);
  }

  /** A body of the other operations. */
  public static ObjectNode type(int type) {
    return JSON.objectNode().put(TYPE, type);
  }

  /** A copy with another value at a place; null leaves the place out. */
  public static ObjectNode with(ObjectNode body, JsonPointer place, @Nullable JsonNode value) {
    ObjectNode copy = body.deepCopy();
    JsonNode parent = copy.at(place.head());
    if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), value);
    } else if (parent instanceof ObjectNode object) {
      String name = place.last().getMatchingProperty();
      if (value == null) {
        object.remove(name);
      } else {
        object.set(name, value);
      }
    }
    return copy;
  }
}
