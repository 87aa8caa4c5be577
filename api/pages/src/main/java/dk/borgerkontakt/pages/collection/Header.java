package dk.borgerkontakt.pages.collection;

import dk.borgerkontakt.contract.Place;

/** A header of a request and the contract's example of it. */
record Header(String name, String value, boolean isRequired) {

  /** One id may be sent once, so the tools make a new one for each request. */
  private static final String REQUEST_ID = "x-requestId";

  static Header of(Place parameter) {
    String name = parameter.text("name");
    return new Header(
        name,
        name.equals(REQUEST_ID) ? "{{$guid}}" : parameter.text("example"),
        parameter.node().path("required").asBoolean());
  }
}
