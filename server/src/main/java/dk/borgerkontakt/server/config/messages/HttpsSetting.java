package dk.borgerkontakt.server.config.messages;

import dk.borgerkontakt.server.config.source.Setting;

/** The keys of an SMS gateway that takes JSON over HTTPS. */
public enum HttpsSetting implements Setting {
  URL("url", "", "address that messages are posted to"),
  HEADERS("headers", "", "headers of the request, as Name: value, separated by semicolons"),
  BODY(
      "body",
      "",
      "body of the request: JSON in which {modtager}, {msisdn}, {tekst}, {afsender}, {id} and {sekunder} are filled in"),
  SUCCESS(
      "success",
      "",
      "what the answer must say besides a status of 2xx, as /pointer=value; not set: nothing"),
  ID("id", "", "JSON pointer of the gateway's id in the answer"),
  INVALID_NUMBER(
      "invalid-number",
      "",
      "what an answer says when the number can't be reached, as /pointer=value, several separated by commas"),
  DUPLICATE(
      "duplicate",
      "",
      "what an answer says when the gateway has the message already, as /pointer=value, several separated by commas");

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts
  private final Definition definition;

  HttpsSetting(String name, String defaultValue, String description) {
    definition = new Definition("borgerkontakt.sms.https." + name, defaultValue, description);
  }

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public boolean isPrintable() {
    return this != URL && this != HEADERS && this != BODY;
  }
}
