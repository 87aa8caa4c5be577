package dk.borgerkontakt.server.config.messages;

import dk.borgerkontakt.server.config.source.Setting;

/** The keys of the mail relay. Mail is configured when a host is given. */
public enum MailSetting implements Setting {
  HOST("host", "", "mail relay; not set: no mail is sent"),
  PORT("port", "587", "its port; 465 with tls"),
  SECURITY(
      "security",
      "starttls",
      "starttls or tls, required either way; none: in the clear, with a user on this machine alone"),
  USER("user", "", "user at the relay"),
  PASSWORD("password", "", "the user's password"),
  FROM("from", "", "sender of mails: an address, or a name and the address in angle brackets"),
  CA_FILE(
      "ca-file",
      "",
      "PEM file of the certificates that the relay's is trusted by; not set: Java's own"),
  TIMEOUT("timeout", "PT10S", "longest wait for the relay, to connect and for each answer"),
  CONNECTIONS("connections", "8", "connections to the relay at the same time");

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts
  private final Definition definition;

  MailSetting(String name, String defaultValue, String description) {
    definition = new Definition("borgerkontakt.mail." + name, defaultValue, description);
  }

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public boolean isPrintable() {
    return this != USER && this != PASSWORD;
  }
}
