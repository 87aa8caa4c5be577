package dk.borgerkontakt.review;

import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Place;
import dk.borgerkontakt.review.Fact.Way;
import java.util.Map;
import java.util.Set;

/** Reads the facts that are of no single operation. */
final class ContractFacts {

  private ContractFacts() {}

  static Map<Fact, String> of(Contract contract) {
    Facts facts = new Facts();
    facts.keywords(
        "",
        Way.NEITHER,
        contract.at(""),
        Set.of("info", "servers", "tags", "x-graenser", "paths", "components"));
    facts.keywords("info", Way.NEITHER, contract.at("/info"), Set.of("version"));
    for (Place limit : contract.at("/x-graenser").children()) {
      facts.element("", Way.NEITHER, "x-graenser", limit.name(), limit.node().asText());
    }
    for (Place server : contract.at("/servers").children()) {
      String place = facts.element("", Way.NEITHER, "server", "server " + server.text("url"), "");
      facts.keywords(place, Way.NEITHER, server, Set.of("url"));
    }
    for (Place tag : contract.at("/tags").children()) {
      facts.keywords("tag " + tag.text("name"), Way.NEITHER, tag, Set.of("name"));
    }
    contract
        .catalogue()
        .forEach(
            (code, entry) ->
                entry
                    .properties()
                    .forEach(
                        cell ->
                            facts.add(
                                new Fact("error " + code, Way.NEITHER, "catalogue", cell.getKey()),
                                cell.getValue().asText())));
    security(contract, facts);
    return facts.values();
  }

  /** How a token is got; a scope matters where an operation needs it, and here has its text. */
  private static void security(Contract contract, Facts facts) {
    for (Place place : contract.at("/components/securitySchemes").tree()) {
      boolean isText = place.name().equals("description") || place.toString().contains("/scopes/");
      if (place.node().isValueNode()) {
        String what = isText ? "description" : "securityScheme";
        facts.add(new Fact("token", Way.NEITHER, what, place.name()), place.node().asText());
      }
    }
  }
}
