package dk.borgerkontakt.server.gateway.mail;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reply that refuses (RFC 5321, 4.2): its numbers alone, since its text may quote the address.
 *
 * @param enhanced the enhanced status code (RFC 3463); empty when it has none
 */
record SmtpReply(int code, String enhanced) {

  private static final Pattern ENHANCED =
      Pattern.compile("^[0-9]{3}[ -]([245]\\.[0-9]{1,3}\\.[0-9]{1,3})(?!\\S)");

  /** Where qmail writes it. */
  private static final Pattern ENHANCED_AT_THE_END =
      Pattern.compile("\\(#([245]\\.[0-9]{1,3}\\.[0-9]{1,3})\\)");

  /** What RFC 5321 and RFC 7504 have for a mailbox that is not there. */
  private static final Set<Integer> NO_MAILBOX = Set.of(550, 551, 553, 556);

  /** What RFC 3463, 3.2 and 3.3, and RFC 7505, 4.1 have for it. Decision 19 says why no other. */
  private static final Set<String> NO_MAILBOX_ENHANCED =
      Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.6", "5.1.10", "5.2.1");

  /** About commands, their order and who is logged in, not about this recipient. */
  private static final Set<Integer> OF_THE_SESSION = Set.of(500, 502, 503, 504, 530, 534, 535, 538);

  static SmtpReply of(int code, String text) {
    Matcher first = ENHANCED.matcher(text);
    Matcher last = ENHANCED_AT_THE_END.matcher(text);
    return new SmtpReply(code, first.find() ? first.group(1) : last.find() ? last.group(1) : "");
  }

  /** Whether the recipient or message it answers is refused for good. */
  boolean isForGood() {
    return code >= 500 && code <= 599 && !OF_THE_SESSION.contains(code);
  }

  /** Whether it says, in answer to RCPT, that nobody can be reached at the address. */
  boolean isAddressInvalid() {
    return enhanced.isEmpty()
        ? NO_MAILBOX.contains(code)
        : isForGood() && NO_MAILBOX_ENHANCED.contains(enhanced);
  }

  @Override
  public String toString() {
    return enhanced.isEmpty() ? Integer.toString(code) : code + " " + enhanced;
  }
}
