package dk.borgerkontakt.server.suite;

/** Verification codes. */
final class Codes {

  private Codes() {}

  /** Six digits that are not the code. */
  static String wrong(String code) {
    return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
  }
}
