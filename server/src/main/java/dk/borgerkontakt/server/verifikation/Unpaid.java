package dk.borgerkontakt.server.verifikation;

/** Why a message is refused to save money: the day's budget is used, or nobody pays for it. */
public enum Unpaid {
  ORGANISATION,
  PREFIX,
  COUNTRY
}
