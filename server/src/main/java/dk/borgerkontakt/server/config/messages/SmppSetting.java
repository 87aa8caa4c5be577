package dk.borgerkontakt.server.config.messages;

import dk.borgerkontakt.server.config.source.Setting;

/** The keys of an SMS centre that speaks SMPP 3.4. */
public enum SmppSetting implements Setting {
  HOST("host", "", "SMS centre"),
  PORT("port", "2775", "its port"),
  TLS("tls", "false", "true: over TLS; false: in the clear, for a centre that a tunnel leads to"),
  SYSTEM_ID("system-id", "", "system_id of the bind"),
  PASSWORD("password", "", "password of the bind, up to 8 characters"),
  SYSTEM_TYPE("system-type", "", "system_type of the bind"),
  ENQUIRE_LINK("enquire-link", "PT30S", "how often the link is tried while nothing is sent");

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts
  private final Definition definition;

  SmppSetting(String name, String defaultValue, String description) {
    definition = new Definition("borgerkontakt.sms.smpp." + name, defaultValue, description);
  }

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public boolean isPrintable() {
    return this != SYSTEM_ID && this != PASSWORD;
  }
}
