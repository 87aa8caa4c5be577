package dk.borgerkontakt.server.config.messages;

import dk.borgerkontakt.server.config.source.Setting;

/** The keys of all messages, whichever way they go. */
public enum MessageSetting implements Setting {
  LANGUAGE("language", "da", "language of a message whose request asks for none: da or en"),
  TEMPLATES(
      "templates",
      "",
      "folder with texts of your own in place of those built in; checked at start"),
  NOTICE_OF_CHANGE(
      "notice-of-change",
      "true",
      "true: a verified number or address that is replaced or removed gets a notice, one in 24 hours at most"),
  PER_ORGANISATION(
      "per-organisation",
      "50000",
      "codes and notices that one organisation can have sent a day; 0: no limit"),
  KEPT(
      "kept",
      "P30D",
      "how long it is kept what became of a message (never its text, code or recipient)"),
  SANDBOX_RECIPIENTS(
      "sandbox-recipients",
      "",
      "numbers, addresses and @domains that a gateway may send to in sandbox mode, separated by commas; all else is written to files");

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts
  private final Definition definition;

  MessageSetting(String name, String defaultValue, String description) {
    definition = new Definition("borgerkontakt.messages." + name, defaultValue, description);
  }

  @Override
  public Definition definition() {
    return definition;
  }

  /** Whom the sandbox may write to is somebody. */
  @Override
  public boolean isPrintable() {
    return this != SANDBOX_RECIPIENTS;
  }
}
