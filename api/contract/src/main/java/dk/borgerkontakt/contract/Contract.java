package dk.borgerkontakt.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    try (InputStream stream = resource("openapi.json")) {
      return new Contract((ObjectNode) new JsonMapper().readTree(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of the contract's files, {@code openapi.yaml} or, the same tree, {@code openapi.json}. */
  public static InputStream resource(String name) {
    return Objects.requireNonNull(Contract.class.getResourceAsStream("/" + name), name);
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

  /** The operations, in the contract's order. */
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
