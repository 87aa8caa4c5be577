package dk.borgerkontakt.pages.view;

import dk.borgerkontakt.contract.Contract;
import dk.borgerkontakt.contract.Operation;
import dk.borgerkontakt.contract.Place;
import java.util.List;
import java.util.Optional;

/** One response of an operation. */
public record Answer(Contract contract, Operation.Response response) {

  public String status() {
    return response.status();
  }

  public String description() {
    return Markdown.inline(response.place().text("description"));
  }

  public boolean isError() {
    return response.isError();
  }

  public List<Field> headers() {
    return response.place().child("headers").children().stream()
        .map(
            reference -> {
              Place header = contract.resolve(reference);
              boolean isRequired = header.node().path("required").asBoolean();
              return new Field(contract, header, reference.name(), 0, isRequired);
            })
        .toList();
  }

  /** The media type of the body; empty when there is none. */
  public String mediaType() {
    return content().map(Place::name).orElse("");
  }

  /** The name of the body's schema; empty when there is no body. */
  public String schema() {
    return content()
        .map(body -> Contract.reference(body.child("schema").node()).replaceFirst(".*/", ""))
        .orElse("");
  }

  public List<Example> examples() {
    return content().map(body -> Example.of(contract, body)).orElse(List.of());
  }

  /** The error codes that come with this status. */
  public List<String> codes() {
    return examples().stream().map(Example::code).filter(code -> !code.isEmpty()).toList();
  }

  private Optional<Place> content() {
    return response.place().child("content").children().stream().findFirst();
  }
}
