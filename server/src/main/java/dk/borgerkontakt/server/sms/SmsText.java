package dk.borgerkontakt.server.sms;

import java.nio.charset.StandardCharsets;

/**
 * How a text travels as SMS: in the GSM 7 bit alphabet, where one segment holds 160 septets, if all
 * of its characters are there, else as UCS-2 in segments of 70 units (3GPP TS 23.038 and 23.040).
 */
public final class SmsText {

  private static final int SEPTETS = 160;
  private static final int UNITS = 70;

  /** What is left beside the header that joins the segments of one text. */
  private static final int SEPTETS_OF_SEVERAL = 153;

  private static final int UNITS_OF_SEVERAL = 67;

  private SmsText() {}

  /** Whether all characters of the text are of the GSM 7 bit alphabet or its extension. */
  public static boolean isGsm7(String text) {
    return text.codePoints().allMatch(character -> Gsm7.septets(character) != Gsm7.NONE);
  }

  /** How many segments the text takes, one at least. */
  public static int segments(String text) {
    boolean isGsm7 = isGsm7(text);
    int length = text.codePoints().map(character -> width(character, isGsm7)).sum();
    if (length <= (isGsm7 ? SEPTETS : UNITS)) {
      return 1;
    }
    int room = isGsm7 ? SEPTETS_OF_SEVERAL : UNITS_OF_SEVERAL;
    int segments = 1;
    int used = 0;
    for (int character : text.codePoints().toArray()) {
      int width = width(character, isGsm7);
      // An escape or a surrogate stays with what belongs to it.
      if (used + width > room) {
        segments++;
        used = 0;
      }
      used += width;
    }
    return segments;
  }

  /** The octets of a user data field: one a septet in the GSM 7 bit alphabet, else UTF-16BE. */
  public static byte[] encode(String text) {
    return isGsm7(text) ? Gsm7.encode(text) : text.getBytes(StandardCharsets.UTF_16BE);
  }

  private static int width(int character, boolean isGsm7) {
    return isGsm7 ? Gsm7.septets(character) : Character.charCount(character);
  }
}
