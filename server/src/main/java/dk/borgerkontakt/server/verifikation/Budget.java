package dk.borgerkontakt.server.verifikation;

import dk.borgerkontakt.server.identity.Caller;
import java.util.Locale;

/**
 * So many codes a day, for one organisation or for the numbers that begin alike.
 *
 * @param kind what it is refused for when it is used up
 * @param of which one
 */
record Budget(Unpaid kind, String of, int size) {

  /** Fewer digits than a Danish number has after its country code. */
  private static final int PRINTED_DIGITS = 7;

  /** The caller's own, also where it acts for another; STAR and systems have no code. */
  static Budget of(Caller caller, int size) {
    int type = caller.organisationType().value();
    String code =
        switch (caller.organisationType()) {
          case STAR, System -> "";
          default -> "/" + caller.organisationCode();
        };
    return new Budget(Unpaid.ORGANISATION, type + code, size);
  }

  /** That of the numbers that begin with these digits. */
  static Budget of(String prefix, int size) {
    return new Budget(Unpaid.PREFIX, prefix, size);
  }

  /** What the database knows it by. */
  String key() {
    return name() + of;
  }

  /** For the log, where a prefix may not be somebody's number. */
  @Override
  public String toString() {
    boolean isLong = kind == Unpaid.PREFIX && of.length() > PRINTED_DIGITS;
    return isLong ? name() + of.substring(0, PRINTED_DIGITS) + "..." : key();
  }

  private String name() {
    return kind.name().toLowerCase(Locale.ROOT) + " ";
  }
}
