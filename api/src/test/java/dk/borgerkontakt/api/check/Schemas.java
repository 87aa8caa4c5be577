package dk.borgerkontakt.api.check;

import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds every schema of a contract, named or not. */
public final class Schemas {

  private static final Set<String> LISTS = Set.of("allOf", "oneOf", "anyOf");
  private static final Set<String> SINGLE = Set.of("items", "not", "additionalProperties");

  private Schemas() {}

  /** Every schema at any depth, references not followed. */
  public static List<Place> all(Contract contract) {
    Stream<Place> named = contract.components("schemas").stream();
    Stream<Place> unnamed =
        Stream.of(
                "/paths", "/components/parameters", "/components/headers", "/components/responses")
            .flatMap(part -> contract.at(part).tree().stream())
            .filter(place -> place.name().equals("schema"));
    return Stream.concat(named, unnamed).flatMap(schema -> tree(schema).stream()).toList();
  }

  /** Every property of every schema. */
  public static List<Place> properties(Contract contract) {
    return all(contract).stream()
        .flatMap(schema -> schema.child("properties").children().stream())
        .toList();
  }

  private static List<Place> tree(Place schema) {
    List<Place> tree = new ArrayList<>(List.of(schema));
    parts(schema).forEach(part -> tree.addAll(tree(part)));
    return tree;
  }

  private static List<Place> parts(Place schema) {
    List<Place> parts = new ArrayList<>(schema.child("properties").children());
    LISTS.forEach(name -> parts.addAll(schema.child(name).children()));
    SINGLE.forEach(
        name -> {
          if (schema.node().path(name).isObject()) {
            parts.add(schema.child(name));
          }
        });
    return parts;
  }
}
