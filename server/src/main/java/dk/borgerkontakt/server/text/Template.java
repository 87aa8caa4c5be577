package dk.borgerkontakt.server.text;

import org.jspecify.annotations.Nullable;

/**
 * A text with places to fill in.
 *
 * @param emne the subject of a mail, without places; null for an SMS
 */
record Template(@Nullable String emne, String tekst) {

  static final String KODE = "{kode}";
  static final String LEVETID = "{levetid}";

  /** The text as it is where it has no places. */
  MessageText text() {
    return new MessageText(emne, tekst);
  }

  /** The text around this code and this lifetime, neither of which has braces. */
  MessageText text(String kode, String levetid) {
    return new MessageText(emne, tekst.replace(LEVETID, levetid).replace(KODE, kode));
  }
}
