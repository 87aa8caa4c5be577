package dk.borgerkontakt.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A node of the contract and where it is. */
public record Place(JsonPointer pointer, JsonNode node) {

  /** The name or number of the node in its parent. */
  public String name() {
    return pointer.last().getMatchingProperty();
  }

  /** The property of this name, which may be missing. */
  public Place child(String name) {
    return new Place(pointer.appendProperty(name), node.path(name));
  }

  /** The direct children, properties or elements. */
  public List<Place> children() {
    List<Place> children = new ArrayList<>();
    node.fieldNames().forEachRemaining(name -> children.add(child(name)));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      children.add(new Place(pointer.appendIndex(i), node.get(i)));
    }
    return children;
  }

  /** This place and all below it, parents first. */
  public List<Place> tree() {
    List<Place> tree = new ArrayList<>(List.of(this));
    children().forEach(child -> tree.addAll(child.tree()));
    return tree;
  }

  /** The text of a property; empty when it is missing. */
  public String text(String property) {
    return node.path(property).asText();
  }

  @Override
  public String toString() {
    return "#" + pointer;
  }
}
