package dk.borgerkontakt.server.outbox;

/** The way a message goes to the citizen. */
public enum Kanal {
  SMS,
  MAIL
}
