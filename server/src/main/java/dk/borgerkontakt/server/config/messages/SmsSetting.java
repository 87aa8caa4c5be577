package dk.borgerkontakt.server.config.messages;

import dk.borgerkontakt.server.config.source.Setting;

/** The keys of SMS, whichever gateway carries them. */
public enum SmsSetting implements Setting {
  GATEWAY("gateway", "", "smpp or https; not set: no SMS is sent"),
  SENDER("sender", "", "sender of SMS: up to 11 letters and digits, or a number"),
  WINDOW("window", "10", "messages that wait for the answer of the gateway at the same time"),
  TIMEOUT("timeout", "PT10S", "longest wait for the gateway, to connect and for each answer"),
  CA_FILE(
      "ca-file",
      "",
      "PEM file of the certificates that the gateway's is trusted by; not set: Java's own"),
  COUNTRY_CODES(
      "country-codes",
      "45",
      "country codes of the numbers that codes are sent to, separated by commas"),
  PREFIX_BUDGETS(
      "prefix-budgets",
      "45=50000",
      "codes and notices a day by the first digits of the number, as 45=50000,4520=5000; each that fits counts; 0: none; each country code needs one");

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts
  private final Definition definition;

  SmsSetting(String name, String defaultValue, String description) {
    definition = new Definition("borgerkontakt.sms." + name, defaultValue, description);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
