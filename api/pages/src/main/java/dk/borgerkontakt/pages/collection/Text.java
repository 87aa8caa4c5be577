package dk.borgerkontakt.pages.collection;

import java.util.stream.Collectors;

/** Brings a text of the contract into a form that the files' grammars hold. */
final class Text {

  private Text() {}

  /** In one line, where a line break would end the name. */
  static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** Each line behind a prefix, so that none can be taken for syntax. */
  static String prefixed(String prefix, String text) {
    return text.strip()
        .lines()
        .map(line -> (prefix + line).stripTrailing())
        .collect(Collectors.joining("\n"));
  }
}
