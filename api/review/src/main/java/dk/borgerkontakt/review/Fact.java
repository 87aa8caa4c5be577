package dk.borgerkontakt.review;

import java.util.Locale;

/**
 * What a contract says a value of: a keyword of a place, or one of the elements there.
 *
 * @param place where, in words that a client knows, for example {@code request header x-requestId};
 *     empty for the operation itself
 * @param what the keyword, or the kind of element
 * @param name which element of that kind; empty for a keyword
 */
record Fact(String place, Way way, String what, String name) {

  /** Whether clients send it or are answered it. */
  enum Way {
    SENT,
    ANSWERED,
    NEITHER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The place of the element itself, whose own facts are there and below. */
  String inside() {
    String separator = what.equals("property") ? (place.contains("/") ? "/" : " /") : " ";
    return place.isEmpty() ? name : place + separator + name;
  }
}
