package dk.borgerkontakt.server.gateway.mail;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One plain mailbox: a dot-atom (RFC 5322, 3.2.3), an at sign and a domain. No quotes, comments,
 * groups, routes, literals or blanks, so that no reader of it can see two.
 *
 * @param local letters beyond ASCII are allowed (RFC 6531)
 * @param domain in ASCII, that of IDNA where it has other letters
 */
record Mailbox(String local, String domain) {

  /** Percent and exclamation mark are left out: they once were routes to another host. */
  private static final String ATOM = "[\\p{L}\\p{M}\\p{N}#$&'*+/=?^_`{|}~-]+";

  /** Nor what a reader may take for an encoded word (RFC 2047), whatever is encoded in it. */
  private static final Pattern LOCAL = Pattern.compile("(?!.*=\\?)" + ATOM + "(\\." + ATOM + ")*");

  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");

  /** What IDNA of 2003, which Java has, turns into another domain than that of 2008 does. */
  private static final Pattern DEVIATION = Pattern.compile("[ßẞς\\u200c\\u200d]");

  private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 253;

  /** The mailbox that the text is, or null when it is anything else. */
  static @Nullable Mailbox of(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      return null;
    }
    String local = text.substring(0, at);
    String domain = ascii(text.substring(at + 1));
    boolean isPlain =
        LOCAL.matcher(local).matches()
            && local.getBytes(StandardCharsets.UTF_8).length <= LONGEST_LOCAL
            && DOMAIN.matcher(domain).matches()
            && domain.length() <= LONGEST_DOMAIN;
    return isPlain ? new Mailbox(local, domain) : null;
  }

  private static String ascii(String domain) {
    if (DEVIATION.matcher(domain).find()) {
      return "";
    }
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notADomain) {
      return "";
    }
  }

  String address() {
    return local + '@' + domain;
  }

  /** Whether every relay takes it, and not only one with SMTPUTF8. */
  boolean isAscii() {
    return ASCII.matcher(local).matches();
  }

  /** Nothing: it is the citizen's. */
  @Override
  public String toString() {
    return "Mailbox";
  }
}
