package dk.borgerkontakt.server.gateway.smpp;

import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;

/** An address with its type and numbering plan (SMPP 3.4, 5.2.5 and 5.2.6). */
record SmppAddress(TypeOfNumber ton, NumberingPlanIndicator npi, String text) {

  private static final int LONGEST_SHORT_CODE = 6;

  /** A sender as configured: with a plus international, up to six digits a short code. */
  static SmppAddress ofSender(String sender) {
    if (sender.startsWith("+")) {
      return ofNumber(sender);
    }
    if (!sender.chars().allMatch(character -> character >= '0' && character <= '9')) {
      return new SmppAddress(TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, sender);
    }
    return sender.length() <= LONGEST_SHORT_CODE
        ? new SmppAddress(TypeOfNumber.NETWORK_SPECIFIC, NumberingPlanIndicator.UNKNOWN, sender)
        : new SmppAddress(TypeOfNumber.UNKNOWN, NumberingPlanIndicator.ISDN, sender);
  }

  /** A number in E.164 with its plus. */
  static SmppAddress ofNumber(String number) {
    return new SmppAddress(
        TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, number.substring(1));
  }

  /** Nothing: it may be a citizen's. */
  @Override
  public String toString() {
    return "SmppAddress";
  }
}
