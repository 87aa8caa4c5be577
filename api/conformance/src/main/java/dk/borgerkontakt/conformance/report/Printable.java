package dk.borgerkontakt.conformance.report;

/** Texts of a server, without what terminals obey and XML and UTF-8 don't admit. */
final class Printable {

  private static final String BROKEN = "\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF";
  private static final String REPLACED = "\uFFFD";

  private Printable() {}

  /** In one line. */
  static String line(String text) {
    return text.replaceAll("[" + BROKEN + "]", REPLACED);
  }

  /** In its own lines. */
  static String lines(String text) {
    return text.replaceAll("[" + BROKEN + "&&[^\\n\\t]]", REPLACED);
  }
}
