package dk.borgerkontakt.server.gateway.smpp.receipt;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The same message_id in other digits: some centres answer submit_sm in hexadecimal and write
 * receipts in decimal, or the other way round. A number is only read in the other base when the
 * answers so far have shown which base is theirs, else a receipt could meet another message.
 */
final class MessageIds {

  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,20}");
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]{1,16}");
  private static final int ENOUGH = 20;

  private boolean hexadecimal;
  private boolean other;
  private int decimals;
  private boolean hexadecimalReceipts;

  /** Learns from the id of a message that was accepted. */
  synchronized void noteAccepted(String id) {
    if (DECIMAL.matcher(id).matches()) {
      decimals = Math.min(decimals + 1, ENOUGH);
    } else if (HEXADECIMAL.matcher(id).matches()) {
      hexadecimal = true;
    } else if (!id.isEmpty()) {
      other = true;
    }
  }

  /** What the id of a receipt may have been in the answer, the likeliest first. */
  synchronized Set<String> formsOf(String id) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(id);
    boolean isDecimal = DECIMAL.matcher(id).matches();
    if (other || !(isDecimal || HEXADECIMAL.matcher(id).matches())) {
      return forms;
    }
    hexadecimalReceipts |= !isDecimal;
    if (hexadecimal && isDecimal && !hexadecimalReceipts) {
      addHexadecimal(forms, new BigInteger(id).toString(16));
    } else if (hexadecimal) {
      addHexadecimal(forms, id);
    } else if (decimals == ENOUGH && !isDecimal) {
      String number = new BigInteger(id, 16).toString();
      forms.add(number);
      forms.add("0".repeat(Math.max(0, 10 - number.length())) + number);
    }
    return forms;
  }

  private static void addHexadecimal(Set<String> forms, String digits) {
    String padded = "0".repeat(Math.max(0, 8 - digits.length())) + digits;
    forms.add(digits.toLowerCase(Locale.ROOT));
    forms.add(digits.toUpperCase(Locale.ROOT));
    forms.add(padded.toLowerCase(Locale.ROOT));
    forms.add(padded.toUpperCase(Locale.ROOT));
  }
}
