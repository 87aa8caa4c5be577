package dk.borgerkontakt.pages.view;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Place;
import java.util.List;

/** A message that the contract shows. */
public record Example(String name, String summary, JsonNode value) {

  /** The examples of a message in one media type. */
  static List<Example> of(Contract contract, Place content) {
    return content.child("examples").children().stream()
        .map(
            place -> {
              Place example = contract.resolve(place);
              return new Example(
                  place.name(), example.text("summary"), example.child("value").node());
            })
        .toList();
  }

  public String json() {
    return Json.pretty(value);
  }

  /** The error code of a problem; empty for what is none. */
  public String code() {
    return value.path("fejlkode").asText();
  }
}
