package dk.borgerkontakt.api.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** The contract as a tree. */
public record Contract(ObjectNode root) {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** The contract in the module's jar. */
  public static Contract bundled() {
    return new Contract((ObjectNode) read(new ObjectMapper(new YAMLFactory()), "/openapi.yaml"));
  }

  /** The tree in a resource of the module. */
  public static JsonNode read(ObjectMapper mapper, String resource) {
    try (InputStream stream = Contract.class.getResourceAsStream(resource)) {
      return mapper.readTree(Objects.requireNonNull(stream, resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy with a change. */
  public Contract with(Consumer<ObjectNode> change) {
    ObjectNode copy = root.deepCopy();
    change.accept(copy);
    return new Contract(copy);
  }

  /** The place that a JSON pointer names. */
  public Place at(String pointer) {
    return new Place(JsonPointer.compile(pointer), root.at(pointer));
  }

  /** The components of a kind, for example {@code schemas}. */
  public List<Place> components(String kind) {
    return at("/components/" + kind).children();
  }

  /** The place itself or the one that it refers to. */
  public Place resolve(Place place) {
    String reference = reference(place.node());
    return reference.isEmpty() ? place : resolve(at(reference.substring(1)));
  }

  /** The reference of a node, also one alone in an {@code allOf}; empty when it has none. */
  public static String reference(JsonNode node) {
    return node.path("$ref").asText(node.path("allOf").path(0).path("$ref").asText());
  }

  public List<Operation> operations() {
    return at("/paths").children().stream()
        .flatMap(path -> path.children().stream())
        .filter(place -> METHODS.contains(place.name()))
        .map(place -> new Operation(this, place))
        .toList();
  }

  /** The error catalogue by its codes. */
  public Map<Integer, JsonNode> catalogue() {
    Map<Integer, JsonNode> catalogue = new LinkedHashMap<>();
    root.at("/components/schemas/Fejlkode/x-fejlkatalog")
        .forEach(entry -> catalogue.put(entry.path("kode").asInt(), entry));
    return catalogue;
  }
}
