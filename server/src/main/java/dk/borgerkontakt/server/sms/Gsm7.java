package dk.borgerkontakt.server.sms;

import java.io.ByteArrayOutputStream;

/** The GSM 7 bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1). */
final class Gsm7 {

  static final int NONE = -1;

  private static final int ESCAPE = 0x1B;

  /** Each character at its code. At 0x1B, the escape, is one that is no character of a text. */
  private static final String DEFAULT =
      "@£$¥èéùìòÇ\nØø\rÅå"
          + "Δ_ΦΓΛΩΠΨΣΘΞ\uFFFFÆæßÉ"
          + " !\"#¤%&'()*+,-./"
          + "0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNO"
          + "PQRSTUVWXYZÄÖÑÜ§"
          + "¿abcdefghijklmno"
          + "pqrstuvwxyzäöñüà";

  private static final String EXTENSION = "\f^{}\\[~]|€";
  private static final byte[] EXTENSION_CODES = {
    0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65
  };

  private Gsm7() {}

  /** The septets that a character takes: one, or two with the escape; or {@link #NONE}. */
  static int septets(int character) {
    if (character == DEFAULT.charAt(ESCAPE)) {
      return NONE;
    }
    if (DEFAULT.indexOf(character) >= 0) {
      return 1;
    }
    return EXTENSION.indexOf(character) >= 0 ? 2 : NONE;
  }

  /** One octet a septet. The text has to be of this alphabet. */
  static byte[] encode(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      int code = DEFAULT.indexOf(text.charAt(i));
      if (code >= 0) {
        octets.write(code);
      } else {
        octets.write(ESCAPE);
        octets.write(EXTENSION_CODES[EXTENSION.indexOf(text.charAt(i))]);
      }
    }
    return octets.toByteArray();
  }
}
